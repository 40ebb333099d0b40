RuleSet: Millimetres(glabella, line)
* extension[coordinates].extension[fromGlabella].valueQuantity = {glabella} $UCUM#mm "mm"
* extension[coordinates].extension[fromIntertragalLine].valueQuantity = {line} $UCUM#mm "mm"

Instance: ana-vertex
InstanceOf: HrScalpTarget
Usage: #example
Description: "A spot without a mark."
* insert Example(N)
* insert Millimetres(210, 5)
* extension[marker].valueCode = #none
* active = true
* location = ScalpZone#vertex
* patient = Reference(Patient/ana)

Instance: ana-frontal
InstanceOf: HrScalpTarget
Usage: #example
Description: "A spot with a dot tattoo."
* insert Example(N)
* insert Millimetres(95, -12)
* extension[marker].valueCode = #dot-tattoo
* active = true
* location = ScalpZone#frontal
* patient = Reference(Patient/ana)

Instance: trichoscope
InstanceOf: HrTrichoscope
Usage: #example
Description: "A trichoscope."
* insert Example(N)
* type = DeviceKind#trichoscope
* deviceName.name = "Trichoscope"
* deviceName.type = #user-friendly-name
* modelNumber = "TS-60"
* version.value = "2.4.0"
* owner = Reference(Organization/clinic)
* extension[repeatability].extension[metric].valueCode = #hair-density
* extension[repeatability].extension[method].valueCode = #trichoscopy-clipped-immediate
* extension[repeatability].extension[variation].valueDecimal = 3.4
* extension[repeatability].extension[low].valueDecimal = 2.5
* extension[repeatability].extension[high].valueDecimal = 5.4
* extension[repeatability].extension[pairs].valuePositiveInt = 14
* extension[repeatability].extension[patients].valuePositiveInt = 9
* extension[repeatability].extension[date].valueDate = "2026-09-30"

Instance: camera
InstanceOf: HrTrichoscope
Usage: #example
Description: "A camera on a stand."
* insert Example(N)
* type = DeviceKind#camera
* deviceName.name = "Photo stand camera"
* deviceName.type = #user-friendly-name
* modelNumber = "PS-1"
* version.value = "5.0.1"
* owner = Reference(Organization/clinic)

Instance: analysis-software
InstanceOf: HrAnalysisSoftware
Usage: #example
Description: "A counter of hairs."
* insert Example(N)
* type = DeviceKind#analysis-software
* deviceName.name = "Hair analysis software"
* deviceName.type = #user-friendly-name
* version.value = "3.2.1"
* owner = Reference(Organization/clinic)

Instance: analysis-software-4
InstanceOf: HrAnalysisSoftware
Usage: #example
Description: "The same counter in another version counts differently."
* insert Example(N)
* type = DeviceKind#analysis-software
* deviceName.name = "Hair analysis software"
* deviceName.type = #user-friendly-name
* version.value = "4.0.0"
* owner = Reference(Organization/clinic)
