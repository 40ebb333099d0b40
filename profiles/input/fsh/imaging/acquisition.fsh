Extension: Acquisition
Id: acquisition
Title: "Capture conditions"
Description: "Under which conditions the picture was taken. Pictures taken under different ones are not compared."
Context: Media, ImagingStudy.series
* extension contains
    polarization 0..1 MS and
    contact 0..1 MS and
    immersion 0..1 MS and
    hairPreparation 0..1 MS and
    wetness 0..1 MS and
    parting 0..1 MS and
    illumination 0..1 MS and
    magnification 0..1 MS
* extension[polarization].value[x] 1..1
* extension[polarization].value[x] only code
* extension[polarization].valueCode from Polarization (required)
* extension[polarization] ^comment = "Mirrors DICOM (0016,1001) [C]; its enumerated values are not confirmed [U]."
* extension[contact].value[x] 1..1
* extension[contact].value[x] only code
* extension[contact].valueCode from ContactMethod (required)
* extension[contact] ^comment = "Mirrors DICOM (0016,1003) [C]; its enumerated values are not confirmed [U]."
* extension[immersion].value[x] 1..1
* extension[immersion].value[x] only code
* extension[immersion].valueCode from ImmersionMedium (required)
* extension[immersion] ^comment = "Mirrors DICOM (0016,1004) [C]; its enumerated values are not confirmed [U]."
* extension[hairPreparation].value[x] 1..1
* extension[hairPreparation].value[x] only code
* extension[hairPreparation].valueCode from HairPreparation (required)
* extension[wetness].value[x] 1..1
* extension[wetness].value[x] only code
* extension[wetness].valueCode from Wetness (required)
* extension[parting].value[x] 1..1
* extension[parting].value[x] only code
* extension[parting].valueCode from Parting (required)
* extension[illumination].value[x] 1..1
* extension[illumination].value[x] only code
* extension[illumination].valueCode from Illumination (required)
* extension[magnification].value[x] 1..1
* extension[magnification].value[x] only decimal
* extension[magnification] ^comment = "Mirrors DICOM (0016,1005) [C]."
* extension[hairPreparation] 1..1
