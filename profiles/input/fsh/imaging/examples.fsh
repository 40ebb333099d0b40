Instance: ana-hairline-picture
InstanceOf: HrScalpImage
Usage: #example
Description: "A picture of another kind than the two that are usual."
* insert Example(R)
* insert AnaPicture(frontal-hairline)
* extension[acquisition].extension[hairPreparation].valueCode = #unprepared
* extension[recognizableVisualFeatures].valueBoolean = false
* modality = $DCM#OT
* device = Reference(Device/camera)
* width = 800
* height = 600
* content.url = "Binary/ana-vertex-file"
* content.size = 68
* content.hash = "qvTGHdzF6KLavt4PO0gs2a6pQ00="
* content.title = "Hairline"

Instance: ana-temple-picture
InstanceOf: HrScalpImage
Usage: #example
Description: "A picture with a round region of interest."
* insert Example(R)
* insert AnaPicture(temple-left)
* extension[acquisition].extension[hairPreparation].valueCode = #dyed
* extension[roi].extension[shape].valueCode = #circle
* extension[roi].extension[left].valueDecimal = 300
* extension[roi].extension[top].valueDecimal = 300
* extension[roi].extension[radius].valueDecimal = 250
* extension[recognizableVisualFeatures].valueBoolean = false
* modality = $DCM#OT
* device = Reference(Device/camera)
* width = 800
* height = 600
* content.url = "Binary/ana-vertex-file"
* content.size = 68
* content.hash = "qvTGHdzF6KLavt4PO0gs2a6pQ00="
* content.title = "Left temple"

RuleSet: Study
* status = #available
* subject = Reference(Patient/ana)
* encounter = Reference(Encounter/ana-first-visit)
* started = "2024-06-24T09:05:00+02:00"
* modality = $DCM#DMS
* endpoint = Reference(Endpoint/images)
* series.modality = $DCM#DMS
* series.performer.actor = Reference(Practitioner/tom)
* series.instance.sopClass = urn:ietf:rfc:3986#urn:oid:1.2.840.10008.5.1.4.1.1.77.1.7

Instance: ana-dicom-study
InstanceOf: HrScalpImagingStudy
Usage: #example
Description: "A dermoscopic study with our code for the zone."
* insert Example(R)
* insert Study
* identifier[studyInstanceUid].value = "urn:oid:2.25.100000000000000000000000000000001"
* series.uid = "2.25.100000000000000000000000000000002"
* series.bodySite = ScalpZone#vertex
* series.laterality = $SCT#7771000
* series.instance.uid = "2.25.100000000000000000000000000000003"

Instance: ana-dicom-study-2
InstanceOf: HrScalpImagingStudy
Usage: #example
Description: "A dermoscopic study with a SNOMED CT code for the zone."
* insert Example(R)
* insert Study
* identifier[studyInstanceUid].value = "urn:oid:2.25.100000000000000000000000000000011"
* series.uid = "2.25.100000000000000000000000000000012"
* series.bodySite = $SCT#61719002
* series.instance.uid = "2.25.100000000000000000000000000000013"
* series.extension[recognizableVisualFeatures].valueBoolean = false

Instance: ana-vertex-file
InstanceOf: HrBinary
Usage: #example
Description: "The file of a close-up: one pixel here."
* insert Example(R)
* contentType = #image/png
* securityContext = Reference(Patient/ana)
* data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

Instance: ana-front-file
InstanceOf: HrBinary
Usage: #example
Description: "The file of a photograph of the face bears its labels."
* insert Example(R)
* insert Face
* contentType = #image/png
* securityContext = Reference(Patient/ana)
* data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
