Profile: HrScalpImage
Parent: Media
Id: hr-scalp-image
Title: "Picture that is not DICOM"
Description: "A picture of scalp, hair or head taken with a camera or a trichoscope that does not speak DICOM. Inventing DICOM identifiers for it would be false, so it is no ImagingStudy."
* insert Labelled
* obeys hr-media-2 and hr-media-3 and hr-media-4 and hr-media-6
* status MS
* type 1..1 MS
* type = $MediaType#image
* modality 1..1 MS
* modality from ImageModality (required)
* view MS
* view from PhotoViews (required)
* subject 1..1 MS
* subject only Reference(Patient)
* encounter 1..1 MS
* created[x] 1..1 MS
* created[x] only dateTime
* operator 1..1 MS
* bodySite 1..1 MS
* bodySite from ScalpZones (required)
* device 1..1 MS
* device only Reference(HrTrichoscope)
* height 1..1 MS
* width 1..1 MS
* content.contentType 1..1 MS
* content.data 0..0
* content.data ^short = "Forbidden: the picture is a Binary with the same labels"
* content.url 1..1 MS
* content.url ^short = "Where the picture lies, or why it is not here"
* content.title 1..1 MS
* content.title ^short = "Never a name or a day"
* extension contains
    Calibration named calibration 0..1 MS and
    Acquisition named acquisition 1..1 MS and
    RegionOfInterest named roi 0..* and
    ScalpTargetReference named target 0..1 MS and
    RecognizableVisualFeatures named recognizableVisualFeatures 1..1 MS and
    SensitiveContentOfPicture named sensitiveContent 0..* and
    RepeatOf named repeatOf 0..1

Profile: HrCloseUp
Parent: HrScalpImage
Id: hr-close-up
Title: "Close-up scan"
Description: "A trichoscopic or microscopic picture, which hairs can be counted on: calibrated, and of a spot that can be found again."
* modality from CloseUpModality (required)
* extension[calibration] 1..1
* extension[target] 1..1

ValueSet: CloseUpModality
Id: close-up-modality
Title: "Modalities of close-ups"
Description: "Dermoscopy and microscopy."
* insert OwnSet
* $DCM#DMS
* $DCM#GM

Profile: HrGlobalPhoto
Parent: HrScalpImage
Id: hr-global-photo
Title: "Global photograph"
Description: "A photograph of the head in a fixed view. It usually shows who somebody is."
* modality = $DCM#XC
* view 1..1

Invariant: hr-media-2
Description: "a picture that is here has a size and a hash"
Expression: "content.url.hasValue() implies (content.size.exists() and content.hash.exists())"
Severity: #error

Invariant: hr-media-3
Description: "the title holds no long number, which would be a date or a file name"
Expression: "content.title.matches('.*[0-9]{6,}.*').not()"
Severity: #error

Invariant: hr-media-4
Description: "a picture in which somebody can be recognised says so in a label (PHOTOID) and in a tag (DICOM 131393)"
Expression: "extension.where(url = 'https://strand.health/fhir/StructureDefinition/recognizable-visual-features' and value = true).exists() implies (meta.security.where(code = 'PHOTOID').exists() and meta.tag.where(code = '131393').exists())"
Severity: #error

Invariant: hr-media-6
Description: "the time of capture has a time zone"
Expression: "created.toString().matches('.*T.*(Z|[+-][0-9][0-9]:[0-9][0-9])')"
Severity: #error
