Instance: finding-to-snomed
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/finding-to-snomed"
* name = "FindingToSnomed"
* title = "Trichoscopy findings in SNOMED CT"
* status = #active
* experimental = false
* description = "None of our own findings has a confirmed code; those that have one are used as SNOMED CT directly."
* sourceCanonical = Canonical(TrichoscopyFindings)
* group.source = "https://strand.health/fhir/CodeSystem/trichoscopy-finding"
* group.target = "http://snomed.info/sct"
* group.element[+].code = #scaling
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #peripilar-sign
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #yellow-dots
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #black-dots
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #exclamation-mark-hairs
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #white-dots
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #loss-of-openings
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #honeycomb-pigmentation
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #broken-hairs
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #miniaturised-hairs
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #crusting
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #shock-loss
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #donor-moth-eaten
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #none-seen
* group.element[=].target.equivalence = #unmatched
