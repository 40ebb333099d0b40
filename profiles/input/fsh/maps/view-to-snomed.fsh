Instance: view-to-snomed
InstanceOf: ConceptMap
Usage: #definition
* url = "https://strand.health/fhir/ConceptMap/view-to-snomed"
* name = "ViewToSnomed"
* title = "Photo views in SNOMED CT"
* status = #active
* experimental = false
* description = "Views of DICOM CID 4062 [C]; that group has no posterior view."
* sourceCanonical = Canonical(PhotoViews)
* group.source = "https://strand.health/fhir/CodeSystem/photo-view"
* group.target = "http://snomed.info/sct"
* group.element[+].code = #frontal
* group.element[=].target.code = #399033003
* group.element[=].target.equivalence = #equal
* group.element[+].code = #left-lateral
* group.element[=].target.code = #399173006
* group.element[=].target.equivalence = #equal
* group.element[+].code = #right-lateral
* group.element[=].target.code = #399198007
* group.element[=].target.equivalence = #equal
* group.element[+].code = #left-oblique
* group.element[=].target.code = #260421001
* group.element[=].target.equivalence = #equal
* group.element[+].code = #right-oblique
* group.element[=].target.code = #260424009
* group.element[=].target.equivalence = #equal
* group.element[+].code = #vertex
* group.element[=].target.code = #260461000
* group.element[=].target.equivalence = #equal
* group.element[+].code = #midline
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #posterior-donor
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #hairline-close-up
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #beard-donor
* group.element[=].target.equivalence = #unmatched
