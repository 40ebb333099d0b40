Instance: diagnosis-to-snomed
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/diagnosis-to-snomed"
* name = "DiagnosisToSnomed"
* title = "Hair-loss diagnoses in SNOMED CT"
* status = #active
* experimental = false
* description = "Codes of the Global Patient Set [C]. Androgenetic alopecia maps to male pattern alopecia in men only."
* sourceCanonical = Canonical(HairLossDiagnoses)
* group.source = "https://strand.health/fhir/CodeSystem/hair-loss"
* group.target = "http://snomed.info/sct"
* group.element[+].code = #androgenetic-alopecia
* group.element[=].target.code = #87872006
* group.element[=].target.equivalence = #narrower
* group.element[=].target.comment = "In men only."
* group.element[+].code = #alopecia-areata
* group.element[=].target.code = #68225006
* group.element[=].target.equivalence = #equal
* group.element[+].code = #telogen-effluvium
* group.element[=].target.code = #39479004
* group.element[=].target.equivalence = #equal
* group.element[+].code = #trichotillomania
* group.element[=].target.code = #17155009
* group.element[=].target.equivalence = #equal
* group.element[+].code = #unspecified
* group.element[=].target.code = #56317004
* group.element[=].target.equivalence = #equal
* group.element[+].code = #anagen-effluvium
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #traction-alopecia
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #cicatricial-alopecia
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #diffuse-unpatterned
* group.element[=].target.equivalence = #unmatched
