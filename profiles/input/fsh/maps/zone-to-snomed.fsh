Instance: zone-to-snomed
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/zone-to-snomed"
* name = "ZoneToSnomed"
* title = "Scalp zones in SNOMED CT"
* status = #active
* experimental = false
* description = "Sites of DICOM CID 4029 [C]. SNOMED CT knows no finer part of the scalp, so several zones are wider there."
* sourceCanonical = Canonical(ScalpZones)
* group.source = "https://strand.health/fhir/CodeSystem/scalp-zone"
* group.target = "http://snomed.info/sct"
* group.element[+].code = #vertex
* group.element[=].target.code = #61719002
* group.element[=].target.equivalence = #equal
* group.element[+].code = #mid-scalp
* group.element[=].target.code = #21672008
* group.element[=].target.equivalence = #wider
* group.element[+].code = #frontal
* group.element[=].target.code = #43067004
* group.element[=].target.equivalence = #wider
* group.element[+].code = #frontal-hairline
* group.element[=].target.code = #43067004
* group.element[=].target.equivalence = #wider
* group.element[+].code = #temple-left
* group.element[=].target.code = #43067004
* group.element[=].target.equivalence = #wider
* group.element[+].code = #temple-right
* group.element[=].target.code = #43067004
* group.element[=].target.equivalence = #wider
* group.element[+].code = #temporal-left
* group.element[=].target.code = #16621002
* group.element[=].target.equivalence = #wider
* group.element[+].code = #temporal-right
* group.element[=].target.code = #16621002
* group.element[=].target.equivalence = #wider
* group.element[+].code = #parietal-left
* group.element[=].target.code = #21672008
* group.element[=].target.equivalence = #wider
* group.element[+].code = #parietal-right
* group.element[=].target.code = #21672008
* group.element[=].target.equivalence = #wider
* group.element[+].code = #occipital
* group.element[=].target.code = #79951008
* group.element[=].target.equivalence = #equal
* group.element[+].code = #retro-auricular
* group.element[=].target.code = #24483006
* group.element[=].target.equivalence = #equal
* group.element[+].code = #eyebrow
* group.element[=].target.code = #367577003
* group.element[=].target.equivalence = #equal
* group.element[+].code = #whole-scalp
* group.element[=].target.code = #41695006
* group.element[=].target.equivalence = #equal
* group.element[+].code = #beard
* group.element[=].target.equivalence = #unmatched
