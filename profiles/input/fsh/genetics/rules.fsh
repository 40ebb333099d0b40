// Whatever comes of a genetic test, or tells of relatives
RuleSet: Genetic
* insert Labelled
* obeys hr-gen-1

Invariant: hr-gen-1
Description: "genetic data bear the label GDIS and are restricted or very restricted"
Expression: "meta.security.exists(code = 'GDIS') and meta.security.exists(code = 'R' or code = 'V')"
Severity: #error

// The two categories the HL7 guide requires, each with one coding
RuleSet: LaboratoryAndGenetics
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category 2..* MS
* category.coding 1..1
* category contains laboratory 1..1 MS and genetics 1..1 MS
* category[laboratory] = $ObsCategory#laboratory
* category[genetics] = $V20074#GE

RuleSet: Coded(slice, code, card)
* component contains {slice} {card} MS
* component[{slice}].code = $LNC#{code}
* component[{slice}].value[x] 1..1
* component[{slice}].value[x] only CodeableConcept

Extension: ConsentReference
Id: consent
Title: "Consent"
Description: "The consent this rests on. That it is active and covers the purpose is checked by the server, not by the profile."
Context: ServiceRequest, Specimen, DocumentReference
* value[x] 1..1
* value[x] only Reference(Consent)
