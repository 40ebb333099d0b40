RuleSet: Protocol(id, name, title, method)
* url = "https://strand.health/fhir/PlanDefinition/{id}"
* name = "{name}"
* title = "{title}"
* status = #active
* experimental = false
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* topic = ScanMethod#{method}

Instance: scan-clipped
InstanceOf: PlanDefinition
Usage: #definition
* insert Protocol(scan-clipped, ScanClipped, [[Trichoscopy, clipped]], trichoscopy-clipped-immediate)
* description = "How a scan is taken so that the next one can be compared with it."
* action[+].title = "Find the spot by its coordinates or its mark"
* action[+].title = "Clip the hair of the field to a millimetre"
* action[+].title = "Check the calibration"
* action[+].title = "Take one picture of each zone with immersion fluid, in polarized light"
* action[+].title = "Count at once"

Instance: scan-unclipped
InstanceOf: PlanDefinition
Usage: #definition
* insert Protocol(scan-unclipped, ScanUnclipped, [[Trichoscopy, unclipped]], trichoscopy-unclipped)
* description = "How a scan is taken so that the next one can be compared with it."
* action[+].title = "Find the spot by its coordinates"
* action[+].title = "Part the hair; no styling product"
* action[+].title = "Check the calibration"
* action[+].title = "Take one picture of each zone"

Instance: scan-phototrichogram
InstanceOf: PlanDefinition
Usage: #definition
* insert Protocol(scan-phototrichogram, ScanPhototrichogram, [[Phototrichogram]], phototrichogram-2d)
* description = "How a scan is taken so that the next one can be compared with it."
* action[+].title = "Find the spot by its coordinates or its mark"
* action[+].title = "Clip the hair of the field"
* action[+].title = "Take a picture"
* action[+].title = "Take a second picture after two days, at the same magnification"
* action[+].title = "Tell growing from resting hairs by their length"

Instance: global-photos
InstanceOf: PlanDefinition
Usage: #definition
* insert Protocol(global-photos, GlobalPhotos, [[Global photographs]], global-photo)
* description = "How a scan is taken so that the next one can be compared with it."
* action[+].title = "Dry, combed hair, the same parting, no styling product"
* action[+].title = "Chin and forehead in the stand, the same camera and flash"
* action[+].title = "Four views: vertex, midline, frontal, temporal"

