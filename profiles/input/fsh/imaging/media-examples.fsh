RuleSet: AnaPicture(zone)
* status = #completed
* type = $MediaType#image
* subject = Reference(Patient/ana)
* encounter = Reference(Encounter/ana-first-visit)
* createdDateTime = "2024-06-24T09:05:00+02:00"
* operator = Reference(Practitioner/tom)
* bodySite = ScalpZone#{zone}
* content.contentType = #image/png

RuleSet: Lighting
* extension[acquisition].extension[polarization].valueCode = #polarized
* extension[acquisition].extension[contact].valueCode = #contact
* extension[acquisition].extension[immersion].valueCode = #alcohol
* extension[acquisition].extension[wetness].valueCode = #dry
* extension[acquisition].extension[parting].valueCode = #no-parting
* extension[acquisition].extension[illumination].valueCode = #ring-light
* extension[acquisition].extension[magnification].valueDecimal = 20

Instance: ana-vertex-scan
InstanceOf: HrCloseUp
Usage: #example
Description: "A close-up of the vertex, with the part that was analysed."
* insert Example(R)
* insert AnaPicture(vertex)
* insert Lighting
* extension[acquisition].extension[hairPreparation].valueCode = #clipped
* extension[calibration].extension[pixelSpacing].valueQuantity = 10 $UCUM#um "um"
* extension[calibration].extension[date].valueDate = "2024-06-15"
* extension[calibration].extension[target].valueString = "stage micrometer"
* extension[roi].extension[shape].valueCode = #rectangle
* extension[roi].extension[left].valueDecimal = 20
* extension[roi].extension[top].valueDecimal = 20
* extension[roi].extension[width].valueDecimal = 500
* extension[roi].extension[height].valueDecimal = 500
* extension[target].valueReference = Reference(BodyStructure/ana-vertex)
* extension[recognizableVisualFeatures].valueBoolean = false
* modality = $DCM#DMS
* device = Reference(Device/trichoscope)
* width = 540
* height = 540
* content.url = "Binary/ana-vertex-file"
* content.size = 68
* content.hash = "qvTGHdzF6KLavt4PO0gs2a6pQ00="
* content.title = "Vertex, close-up"

Instance: ana-frontal-scan
InstanceOf: HrCloseUp
Usage: #example
Description: "A close-up whose file is not kept here, and which repeats an earlier one."
* insert Example(R)
* insert AnaPicture(frontal)
* extension[acquisition].extension[hairPreparation].valueCode = #clipped
* extension[calibration].extension[pixelSpacing].valueQuantity = 10 $UCUM#um "um"
* extension[calibration].extension[date].valueDate = "2024-06-15"
* extension[target].valueReference = Reference(BodyStructure/ana-frontal)
* extension[recognizableVisualFeatures].valueBoolean = false
* extension[repeatOf].extension[image].valueReference = Reference(Media/ana-vertex-scan)
* extension[repeatOf].extension[displacement].valueQuantity = 0.4 $UCUM#mm "mm"
* modality = $DCM#GM
* device = Reference(Device/trichoscope)
* width = 540
* height = 540
* content.url.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* content.url.extension.valueCode = #unsupported
* content.title = "Frontal scalp, close-up"

Instance: ana-front-photo
InstanceOf: HrGlobalPhoto
Usage: #example
Description: "A photograph of the face: labelled and tagged as one."
* insert Example(R)
* insert Face
* insert AnaPicture(whole-scalp)
* extension[acquisition].extension[hairPreparation].valueCode = #combed
* extension[recognizableVisualFeatures].valueBoolean = true
* extension[sensitiveContent].valueCodeableConcept = $SCT#89545001
* modality = $DCM#XC
* view = PhotoView#frontal
* device = Reference(Device/camera)
* width = 3000
* height = 4000
* content.url = "Binary/ana-front-file"
* content.size = 68
* content.hash = "qvTGHdzF6KLavt4PO0gs2a6pQ00="
* content.title = "Global photo, frontal"

Instance: ana-vertex-photo
InstanceOf: HrGlobalPhoto
Usage: #example
Description: "A photograph from above, on which nobody can be recognised."
* insert Example(R)
* insert AnaPicture(vertex)
* extension[acquisition].extension[hairPreparation].valueCode = #combed
* extension[recognizableVisualFeatures].valueBoolean = false
* modality = $DCM#XC
* view = PhotoView#vertex
* device = Reference(Device/camera)
* width = 3000
* height = 4000
* content.url = "Binary/ana-vertex-file"
* content.size = 68
* content.hash = "qvTGHdzF6KLavt4PO0gs2a6pQ00="
* content.title = "Global photo, vertex"

RuleSet: Face
* meta.security[sens] = $ActCode#IDS
* meta.security[own] = $Label#PHOTOID
* meta.tag[+] = $DCM#131393
