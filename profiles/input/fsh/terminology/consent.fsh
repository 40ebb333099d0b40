CodeSystem: ConsentKind
Id: consent-kind
Title: "Kinds of consent"
Description: "One Consent for each kind, so that a withdrawal is whole."
* insert OwnCodes
* #care "Care" "Being treated, and the record of it."
* #imaging "Imaging for care" "Scans and photographs for treatment."
* #vendor-cloud "Imaging vendor" "Scans to the imaging vendor's cloud."
* #laboratory "Laboratory" "A sample and its order to a laboratory."
* #research "Research"
* #teaching "Teaching"
* #marketing "Marketing pictures" "Before-and-after pictures."
* #marketing-contact "Marketing contact" "Being written to."
* #genetics "Genetic test" "Testing, and seeing the result in treatment."
* #other-clinic "Another clinic or practice"
* #machine-learning "Training of software"

ValueSet: ConsentKinds
Id: consent-kind
Title: "Kinds of consent"
Description: "All kinds."
* insert OwnSet
* include codes from system ConsentKind

ValueSet: ConsentDirection
Id: consent-direction
Title: "Direction of a consent"
Description: "Whether the form was agreed to or refused."
* insert OwnSet
* $ActCode#OPTIN
* $ActCode#OPTOUT

ValueSet: ConsentPurposes
Id: consent-purpose
Title: "Purposes of use a consent may name"
Description: "Purposes of v3-ActReason; the whole tree is not offered, because a patient must understand the form."
* insert OwnSet
* $ActReason#TREAT
* $ActReason#ETREAT
* $ActReason#BTG
* $ActReason#HPAYMT
* $ActReason#HOPERAT
* $ActReason#HMARKT
* $ActReason#HRESCH
* $ActReason#CLINTRCH
* $ActReason#PATRQT
* $ActReason#FAMRQT
* $ActReason#TRAIN
* $ActReason#HQUALIMP
* $ActReason#CAREMGT

ValueSet: ConsentLabels
Id: consent-label
Title: "Labels a consent may name"
Description: "Confidentiality N, R and V, the sensitivities of IHE PCF Advanced, and those of this field: genetics, sexual function, identity."
* insert OwnSet
* $Confidentiality#N
* $Confidentiality#R
* $Confidentiality#V
* $ActCode#GDIS
* $ActCode#SEX
* $ActCode#PSY
* $ActCode#IDS
* $ActCode#ETH
* $ActCode#SDV
* $ActCode#HIV
* Label#PHOTOID
* Label#SCALP

CodeSystem: SharingClass
Id: sharing-class
Title: "Data classes"
Description: "The kinds of data that readers are told apart by, as a patient is shown them."
* insert OwnCodes
* #identity "Name and contact"
* #administration "Appointments"
* #billing "Invoices"
* #clinical "Findings, diagnoses and treatment"
* #scalp-image "Pictures of the scalp"
* #face-image "Pictures that show who I am"
* #genetic "Genetic data and family history"
* #privacy "Consents and requests"
* #audit "Who looked at what"
* #marketing "Pictures for publication"
* #research "Data for research"

ValueSet: SharingClasses
Id: sharing-class
Title: "Data classes"
Description: "All classes."
* insert OwnSet
* include codes from system SharingClass
