Profile: HrScalpImagingStudy
Parent: ImagingStudy
Id: hr-scalp-imaging-study
Title: "DICOM study of the scalp"
Description: "Pictures taken with a DICOM device. They stay where they are, behind an endpoint, and the record says what there is; an instance that is kept here names its Media."
* insert Labelled
* obeys hr-scan-1 and hr-scan-2
* identifier 1..* MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains studyInstanceUid 1..1 MS
* identifier[studyInstanceUid].system = "urn:dicom:uid"
* identifier[studyInstanceUid].value 1..1
* status MS
* subject only Reference(Patient)
* started 1..1 MS
* encounter 1..1 MS
* modality 1..* MS
* modality from StudyModality (extensible)
* endpoint MS
* endpoint ^short = "Where the pictures are that are not kept here"
* procedureReference MS
* reasonReference MS
* series 1..* MS
* series.uid MS
* series.modality MS
* series.modality from StudyModality (extensible)
* series.bodySite 1..1 MS
* series.bodySite from ScalpZonesForImaging (extensible)
* series.laterality MS
* series.laterality from ScalpLaterality (required)
* series.performer 1..* MS
* series.instance MS
* series.instance.sopClass ^comment = "Photographic ...77.1.4, video ...77.1.4.1, microscopic ...77.1.2 or dermoscopic ...77.1.7 under 1.2.840.10008.5.1.4.1.1 [C]."
* series.instance.extension contains StoredPicture named storedPicture 0..1
* series.extension contains
    Calibration named calibration 0..1 and
    Acquisition named acquisition 0..1 and
    RecognizableVisualFeatures named recognizableVisualFeatures 0..1 and
    SensitiveContentOfPicture named sensitiveContent 0..*

Invariant: hr-scan-1
Description: "every series names its zone and its pictures"
Expression: "series.all(bodySite.exists() and instance.exists())"
Severity: #error

Invariant: hr-scan-2
Description: "pictures that are not kept here are behind an endpoint"
Expression: "endpoint.exists() or series.all(endpoint.exists() or instance.all(extension.where(url = 'https://strand.health/fhir/StructureDefinition/stored-picture').exists()))"
Severity: #error

Profile: HrBinary
Parent: Binary
Id: hr-binary
Title: "Stored file"
Description: "The bytes of a picture or report. It carries the labels of the resource that describes it, and names the patient, because Binary has no subject."
* insert Labelled
* contentType from StoredFileTypes (required)
* securityContext 1..1 MS
* securityContext only Reference(Patient)
