Extension: Calibration
Id: calibration
Title: "Calibration"
Description: "Width of one pixel, and when it was last checked against a ruler."
Context: Media, ImagingStudy.series
* extension contains pixelSpacing 1..1 MS and date 1..1 MS and target 0..1
* extension[pixelSpacing].value[x] 1..1
* extension[pixelSpacing].value[x] only Quantity
* extension[pixelSpacing].valueQuantity.value 1..1
* extension[pixelSpacing].valueQuantity.system = $UCUM
* extension[pixelSpacing].valueQuantity.code = #um
* extension[pixelSpacing] ^comment = "Mirrors DICOM (0028,0030) [C], in micrometres."
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[target].value[x] 1..1
* extension[target].value[x] only string
* extension[target] ^short = "What it was checked against"

Extension: RegionOfInterest
Id: roi
Title: "Region of interest"
Description: "The part of the picture that was analysed, in pixels from the upper left corner."
Context: Media
* obeys hr-roi-1
* extension contains shape 1..1 and left 1..1 and top 1..1 and width 0..1 and height 0..1 and radius 0..1
* extension[shape].value[x] 1..1
* extension[shape].value[x] only code
* extension[shape].valueCode from RoiShapes (required)
* extension[left].value[x] 1..1
* extension[left].value[x] only decimal
* extension[top].value[x] 1..1
* extension[top].value[x] only decimal
* extension[width].value[x] 1..1
* extension[width].value[x] only decimal
* extension[height].value[x] 1..1
* extension[height].value[x] only decimal
* extension[radius].value[x] 1..1
* extension[radius].value[x] only decimal

Invariant: hr-roi-1
Description: "a rectangle has width and height, a circle a radius"
Expression: "iif(extension.where(url = 'shape').value = 'circle', extension.where(url = 'radius').exists(), extension.where(url = 'width').exists() and extension.where(url = 'height').exists())"
Severity: #error

Extension: ScalpTargetReference
Id: target
Title: "Spot of scalp"
Description: "The spot the picture shows, so that the same one can be found again."
Context: Media
* value[x] 1..1
* value[x] only Reference(HrScalpTarget)

Extension: RecognizableVisualFeatures
Id: recognizable-visual-features
Title: "Recognizable visual features"
Description: "True when a person can be recognised in the picture. Mirrors DICOM (0028,0302) [C]."
Context: Media, ImagingStudy.series
* value[x] 1..1
* value[x] only boolean

Extension: SensitiveContentOfPicture
Id: sensitive-content
Title: "Sensitive content"
Description: "Why the picture is not for everybody's eyes. Mirrors DICOM (0008,001D) [C]."
Context: Media, ImagingStudy.series
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from SensitiveContent (extensible)

Extension: StoredPicture
Id: stored-picture
Title: "Stored picture"
Description: "The Media that keeps this instance here. Who may not see that picture is not shown the instance."
Context: ImagingStudy.series.instance
* value[x] 1..1
* value[x] only Reference(Media)

Extension: RepeatOf
Id: repeat-of
Title: "Repeat of"
Description: "The earlier picture of the same spot, and how far this one is off."
Context: Media
* extension contains image 1..1 and displacement 0..1
* extension[image].value[x] 1..1
* extension[image].value[x] only Reference(Media)
* extension[displacement].value[x] 1..1
* extension[displacement].value[x] only Quantity
* extension[displacement].valueQuantity.system = $UCUM
* extension[displacement].valueQuantity.code = #mm

Extension: TargetCoordinates
Id: coordinates
Title: "Coordinates on the scalp"
Description: "Where the spot lies, measured with a headband and a tape from two landmarks."
Context: BodyStructure
* extension contains fromGlabella 1..1 and fromIntertragalLine 1..1
* extension[fromGlabella].value[x] 1..1
* extension[fromGlabella].value[x] only Quantity
* extension[fromGlabella].valueQuantity.system = $UCUM
* extension[fromGlabella].valueQuantity.code = #mm
* extension[fromIntertragalLine].value[x] 1..1
* extension[fromIntertragalLine].value[x] only Quantity
* extension[fromIntertragalLine].valueQuantity.system = $UCUM
* extension[fromIntertragalLine].valueQuantity.code = #mm
* extension[fromIntertragalLine] ^short = "Towards the left ear positive"

Extension: MarkOfTarget
Id: marker
Title: "Mark"
Description: "How the spot is found again besides its coordinates."
Context: BodyStructure
* value[x] 1..1
* value[x] only code
* valueCode from TargetMarkers (required)

Extension: CopyOf
Id: copy-of
Title: "Copy of"
Description: "The picture this one was made from for publication. Only the server writes it; a picture that bears it is a publication copy."
Context: Media
* value[x] 1..1
* value[x] only Reference(Media)

Extension: Repeatability
Id: repeatability
Title: "Repeatability of a device"
Description: "How far two measurements with this device and method differ by themselves, as the clinic has found by measuring twice. A figure of the clinic's, about no patient."
Context: Device
* obeys hr-repeat-1
* extension contains
    metric 1..1 MS and
    method 1..1 MS and
    variation 1..1 MS and
    low 1..1 MS and
    high 1..1 MS and
    pairs 1..1 MS and
    patients 1..1 MS and
    date 1..1 MS
* extension[metric].value[x] 1..1
* extension[metric].value[x] only code
* extension[metric] ^short = "Code of the trichometry component"
* extension[method].value[x] 1..1
* extension[method].value[x] only code
* extension[method].valueCode from ScanMethods (required)
* extension[variation].value[x] 1..1
* extension[variation].value[x] only decimal
* extension[variation] ^short = "Within-subject coefficient of variation, in percent"
* extension[low].value[x] 1..1
* extension[low].value[x] only decimal
* extension[low] ^short = "Lower end of its 95 percent confidence interval"
* extension[high].value[x] 1..1
* extension[high].value[x] only decimal
* extension[high] ^short = "Upper end of it"
* extension[pairs].value[x] 1..1
* extension[pairs].value[x] only positiveInt
* extension[patients].value[x] 1..1
* extension[patients].value[x] only positiveInt
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[date] ^short = "Day of the last measurement that went into it"

Invariant: hr-repeat-1
Description: "a figure rests on ten pairs of five patients at least"
Expression: "extension.where(url = 'pairs').value >= 10 and extension.where(url = 'patients').value >= 5"
Severity: #error
