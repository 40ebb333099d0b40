Instance: diagnosis-to-icd-10
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/diagnosis-to-icd-10"
* name = "DiagnosisToIcd10"
* title = "Hair-loss diagnoses in ICD-10"
* status = #active
* experimental = false
* description = "WHO 2019 [C]. Traction alopecia under L65.8 is a convention [U]; the block of cicatricial alopecia was not read [U]."
* sourceCanonical = Canonical(HairLossDiagnoses)
* group.source = "https://strand.health/fhir/CodeSystem/hair-loss"
* group.target = "http://hl7.org/fhir/sid/icd-10"
* group.element[+].code = #androgenetic-alopecia
* group.element[=].target.code = #L64.9
* group.element[=].target.equivalence = #equal
* group.element[+].code = #alopecia-areata
* group.element[=].target.code = #L63.9
* group.element[=].target.equivalence = #equal
* group.element[+].code = #telogen-effluvium
* group.element[=].target.code = #L65.0
* group.element[=].target.equivalence = #equal
* group.element[+].code = #anagen-effluvium
* group.element[=].target.code = #L65.1
* group.element[=].target.equivalence = #equal
* group.element[+].code = #traction-alopecia
* group.element[=].target.code = #L65.8
* group.element[=].target.equivalence = #wider
* group.element[+].code = #trichotillomania
* group.element[=].target.code = #F63.3
* group.element[=].target.equivalence = #equal
* group.element[+].code = #unspecified
* group.element[=].target.code = #L65.9
* group.element[=].target.equivalence = #wider
* group.element[+].code = #diffuse-unpatterned
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #cicatricial-alopecia
* group.element[=].target.equivalence = #unmatched
