Instance: scale-to-observable
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/scale-to-observable"
* name = "ScaleToObservable"
* title = "Grading scales in other systems"
* status = #active
* experimental = false
* description = "No code of LOINC or SNOMED CT was confirmed for any scale."
* sourceCanonical = Canonical(StageScales)
* group.source = "https://strand.health/fhir/CodeSystem/pattern-scale"
* group.target = "http://loinc.org"
* group.element[+].code = #norwood-hamilton
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #ludwig
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #sinclair
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #savin
* group.element[=].target.equivalence = #unmatched
