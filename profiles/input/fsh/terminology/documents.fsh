CodeSystem: DocumentKind
Id: document-kind
Title: "Kinds of documents"
Description: "Documents that are handled in a way of their own."
* insert OwnCodes
* #marketing-derivative "Marketing derivative" "A changed copy of a picture, made for publication."
* #progress-report "Progress report"
* #treatment-plan "Treatment plan"

CodeSystem: ImageTransformation
Id: image-transformation
Title: "Transformations of a picture"
Description: "What was done to a copy so that it may be shown."
* insert OwnCodes
* #crop "Cropped"
* #blur-face "Face made unrecognisable"
* #watermark "Watermarked"
* #strip-metadata "Metadata removed"
* #scale "Scaled down"

ValueSet: ImageTransformations
Id: image-transformation
Title: "Transformations of a picture"
Description: "All transformations."
* insert OwnSet
* include codes from system ImageTransformation

CodeSystem: PublicationChannel
Id: publication-channel
Title: "Channels of publication"
Description: "Where a derivative was shown."
* insert OwnCodes
* #website "Website"
* #social-media "Social media"
* #print "Print"
* #talk "Talk or congress"
* #in-clinic "In the clinic only"

ValueSet: PublicationChannels
Id: publication-channel
Title: "Channels of publication"
Description: "All channels."
* insert OwnSet
* include codes from system PublicationChannel

CodeSystem: UncertaintyType
Id: uncertainty-type
Title: "Types of measurement uncertainty"
Description: "Which number says how far two measurements of the same scalp differ by the method alone."
* insert OwnCodes
* #within-subject-cv "Within-subject coefficient of variation"
* #inter-observer-cv "Inter-observer coefficient of variation"
* #standard-error "Standard error of measurement"

ValueSet: UncertaintyTypes
Id: uncertainty-type
Title: "Types of measurement uncertainty"
Description: "All types."
* insert OwnSet
* include codes from system UncertaintyType

CodeSystem: UncertaintySource
Id: uncertainty-source
Title: "Sources of measurement uncertainty"
Description: "Where the number comes from."
* insert OwnCodes
* #assumed "Assumed" "Published figures; the clinic has not tested itself."
* #test-retest "Test and retest" "Measured by this clinic."
* #vendor "Stated by the maker"

ValueSet: UncertaintySources
Id: uncertainty-source
Title: "Sources of measurement uncertainty"
Description: "All sources."
* insert OwnSet
* include codes from system UncertaintySource

CodeSystem: ObservationPurpose
Id: observation-purpose
Title: "What a measurement was taken for"
Description: "A second category of a panel, beside what kind of observation it is."
* insert OwnCodes
* #test-retest "Test and retest" "Taken twice or more within a day, of the same spot in the same way, to find out how far the method alone varies."

CodeSystem: TargetMarker
Id: target-marker
Title: "Marks of a repeatable spot"
Description: "How the same spot of scalp is found again."
* insert OwnCodes
* #dot-tattoo "Dot tattoo"
* #none "No mark" "Distances only; a tattoo is not asked of cosmetic patients."

ValueSet: TargetMarkers
Id: target-marker
Title: "Marks of a repeatable spot"
Description: "All marks."
* insert OwnSet
* include codes from system TargetMarker
