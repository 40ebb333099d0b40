CodeSystem: ScalpZone
Id: scalp-zone
Title: "Scalp zones"
Description: "The parts of the scalp that are measured. Finer than SNOMED CT, which stays beside them as a second coding."
* insert OwnCodes
* #vertex "Vertex"
* #mid-scalp "Mid-scalp"
* #frontal "Frontal scalp"
* #frontal-hairline "Frontal hairline"
* #temple-left "Left temple point"
* #temple-right "Right temple point"
* #temporal-left "Left temporal region"
* #temporal-right "Right temporal region"
* #parietal-left "Left parietal region"
* #parietal-right "Right parietal region"
* #occipital "Occipital (donor)"
* #retro-auricular "Retro-auricular region"
* #eyebrow "Eyebrow"
* #beard "Beard"
* #whole-scalp "Whole scalp"

ValueSet: ScalpZones
Id: scalp-zone
Title: "Scalp zones"
Description: "All zones."
* insert OwnSet
* include codes from system ScalpZone

ValueSet: ScalpZonesForImaging
Id: scalp-zone-vs
Title: "Scalp zones for imaging studies"
Description: "Our zones and their SNOMED CT equivalents; ImagingStudy.series has room for one coding only, and DICOM devices send SNOMED CT."
* insert OwnSet
* include codes from system ScalpZone
* $SCT#61719002
* $SCT#21672008
* $SCT#43067004
* $SCT#16621002
* $SCT#79951008
* $SCT#24483006
* $SCT#367577003
* $SCT#41695006

ValueSet: ScalpLaterality
Id: scalp-laterality
Title: "Laterality"
Description: "Sides of the scalp. Source: DICOM PS3.16, CID 244 and 247 [C]; the example set of FHIR R4 uses other codes."
* insert OwnSet
* $SCT#24028007
* $SCT#7771000
* $SCT#51440002
* $SCT#66459002

CodeSystem: PhotoView
Id: photo-view
Title: "Photo views"
Description: "Views of a head that DICOM CID 4062 has no code for, and those it has one for under our own name."
* insert OwnCodes
* #frontal "Frontal"
* #left-lateral "Left lateral"
* #right-lateral "Right lateral"
* #left-oblique "Left oblique"
* #right-oblique "Right oblique"
* #vertex "Vertex"
* #midline "Midline (superior parting)"
* #posterior-donor "Posterior donor"
* #hairline-close-up "Hairline close-up"
* #beard-donor "Beard donor"

ValueSet: PhotoViews
Id: photo-view
Title: "Photo views"
Description: "Our views, and the codes of DICOM CID 4062 [C] that a camera may send."
* insert OwnSet
* include codes from system PhotoView
* $SCT#399033003
* $SCT#399173006
* $SCT#399198007
* $SCT#260421001
* $SCT#260424009
* $SCT#399182000
* $SCT#260454004
* $SCT#260461000

ValueSet: ImageModality
Id: image-modality
Title: "Modalities of pictures that are not DICOM"
Description: "External camera, dermoscopy, microscopy, other. Source: DICOM PS3.16, CID 29 [C]; dermoscopy is missing in FHIR R4's copy of the system [M], so this package carries a patched one."
* insert OwnSet
* $DCM#XC
* $DCM#DMS
* $DCM#GM
* $DCM#OT

ValueSet: StudyModality
Id: study-modality
Title: "Modalities of imaging studies"
Description: "Those a DICOM device of a hair clinic may send. Source: DICOM PS3.16, CID 29 [C]."
* insert OwnSet
* $DCM#XC
* $DCM#DMS
* $DCM#GM
* $DCM#SM
* $DCM#OT
* $DCM#SEG
* $DCM#SR

ValueSet: SensitiveContent
Id: sensitive-content
Title: "Sensitive content of pictures"
Description: "Source: DICOM PS3.16, CID 900 and 901 [C]."
* insert OwnSet
* $DCM#131390
* $DCM#131391
* $DCM#131392
* $DCM#131393
* $DCM#131394
* $DCM#131395
* $SCT#64013008
* $SCT#89545001
* $SCT#56306000
* $SCT#112633009
* $SCT#341000119102
* $SCT#87612001
