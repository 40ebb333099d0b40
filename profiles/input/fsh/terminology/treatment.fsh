CodeSystem: HairTechnique
Id: hair-technique
Title: "Transplant techniques"
Description: "How grafts are taken and set."
* insert OwnCodes
* #fue "Follicular unit excision"
* #fut-strip "Strip harvest"
* #fue-robotic "Robotic excision"
* #long-hair-fue "Long-hair excision"
* #beard-fue "Excision from the beard"
* #body-fue "Excision from the body"
* #dhi-implanter "Implanter pen"

ValueSet: HairTechniques
Id: hair-technique
Title: "Transplant techniques"
Description: "All techniques."
* insert OwnSet
* include codes from system HairTechnique

CodeSystem: TreatmentKind
Id: treatment-kind
Title: "Kinds of treatment"
Description: "What is done about hair loss. CPT codes are licensed and not used."
* insert OwnCodes
* #none "Watchful waiting"
* #finasteride "Finasteride"
* #dutasteride "Dutasteride"
* #minoxidil "Minoxidil"
* #spironolactone "Spironolactone"
* #hair-transplant "Hair transplant"
* #prp-scalp "Platelet-rich plasma injection"
* #mesotherapy "Mesotherapy"
* #microneedling "Microneedling"
* #lllt "Low-level light therapy"
* #exosome "Exosome injection"
* #scalp-micropigmentation "Scalp micropigmentation"
* #scalp-biopsy "Biopsy of the scalp"

ValueSet: ClinicTreatments
Id: clinic-treatment
Title: "Treatments given at the clinic"
Description: "Those that are done to the patient, apart from a transplant."
* insert OwnSet
* TreatmentKind#prp-scalp
* TreatmentKind#mesotherapy
* TreatmentKind#microneedling
* TreatmentKind#lllt
* TreatmentKind#exosome
* TreatmentKind#scalp-micropigmentation
* TreatmentKind#scalp-biopsy

CodeSystem: GraftComponent
Id: graft-component
Title: "Graft tally"
Description: "What is counted on the day of a transplant."
* insert OwnCodes
* #graft-tally "Graft tally" "Code of the whole tally."
* #grafts-1 "Grafts with one hair"
* #grafts-2 "Grafts with two hairs"
* #grafts-3 "Grafts with three hairs"
* #grafts-4 "Grafts with four hairs or more"
* #grafts-total "Grafts, total" "Sum over the four sizes."
* #hairs-total "Hairs, total"
* #harvested "Grafts harvested"
* #discarded "Grafts discarded"
* #transected "Grafts transected"
* #implanted "Grafts implanted"
* #recipient-area "Recipient area"
* #implanted-density "Implanted density"
* #extraction-density "Extraction density"
* #punch-size "Punch size"
* #out-of-body-minutes "Time out of the body"

ValueSet: HairMedicines
Id: hair-medicine
Title: "Medicines for hair loss"
Description: "ATC codes as far as confirmed: D11AX10, G04CB01, G04CB02, D11AX01, C02DC01 [C], C03DA01 [C]. Dutasteride for hair is off-label in most countries."
* insert OwnSet
* $ATC#D11AX10
* $ATC#G04CB01
* $ATC#G04CB02
* $ATC#D11AX01
* $ATC#C02DC01
* $ATC#C03DA01

CodeSystem: TaskKind
Id: task-kind
Title: "Kinds of tasks"
Description: "What staff are asked to do. Codes that begin with rights- are about the patient's rights and kept as such."
* insert OwnCodes
* #follow-up-scan "Follow-up scan"
* #zone-list "Zones to scan" "Input of a follow-up: one zone."
* #protocol "Scan protocol" "Input of a follow-up: the protocol to scan by."
* #scan-result "Scan result" "Output of a follow-up."
* #rights-access "Access to one's data"
* #rights-rectification "Correction"
* #rights-erasure "Erasure"
* #rights-restriction "Restriction of processing"
* #rights-portability "Transfer to another provider"
* #rights-objection "Objection"
* #rights-use-report "Report on use and disclosure"
* #rights-complaint "Complaint"
* #rights-recall "Recall of a published picture"
* #rights-consent-conflict "Consents that contradict each other" "Two active consents on one topic. Until it is settled the denial decides."
* #rights-consent-unreadable "Consent that cannot be read" "An active consent the server cannot evaluate. Until it is settled, one that denies anything denies everything."
* #rights-consent-beside "Another consent" "Input of a conflict: one of the consents beside the one in focus."
* #rights-majority-ahead "Patient comes of age soon"
* #rights-majority "Patient has come of age"
* #rights-emergency-review "Review of an emergency" "Somebody has opened a record they usually do not read."
* #rights-emergency-by "Who opened it" "Input of a review: the person."
* #rights-case "Case" "The privacy officer looks into something about one record, and reads it for that."

ValueSet: PrivacyTasks
Id: privacy-task
Title: "What the server asks of the privacy officer"
Description: "What the server finds and cannot settle."
* insert OwnSet
* TaskKind#rights-consent-conflict
* TaskKind#rights-consent-unreadable
* TaskKind#rights-majority-ahead
* TaskKind#rights-majority
* TaskKind#rights-emergency-review
* TaskKind#rights-case

CodeSystem: EmergencyReason
Id: emergency-reason
Title: "Reasons for opening a record in an emergency"
Description: "Why somebody opens a record they usually do not read."
* insert OwnCodes
* #complication "Complication after a treatment"
* #allergic-reaction "Allergic reaction"
* #medication "Medication that must be known"
* #unresponsive-patient "Patient who cannot answer"
* #other "Another emergency"

ValueSet: EmergencyReasons
Id: emergency-reason
Title: "Reasons for opening a record in an emergency"
Description: "All reasons."
* insert OwnSet
* include codes from system EmergencyReason

CodeSystem: CaseReason
Id: case-reason
Title: "Reasons for a case"
Description: "What the privacy officer opens one record for."
* insert OwnCodes
* #complaint "Complaint of the patient"
* #rights-request "Request under data-protection law"
* #breach "Breach that may have touched the record"
* #authority "Inquiry of an authority or a court"
* #review "Review of how the record was used"

ValueSet: CaseReasons
Id: case-reason
Title: "Reasons for a case"
Description: "All reasons."
* insert OwnSet
* include codes from system CaseReason

CodeSystem: EmergencyReview
Id: emergency-review
Title: "Outcomes of the review of an emergency"
Description: "What the privacy officer found."
* insert OwnCodes
* #justified "Justified"
* #unjustified "Unjustified" "Who opened the record can open none in an emergency any more."

ValueSet: EmergencyReviews
Id: emergency-review
Title: "Outcomes of the review of an emergency"
Description: "Both outcomes."
* insert OwnSet
* include codes from system EmergencyReview

ValueSet: RightsRequests
Id: rights-request
Title: "Requests under data-protection law"
Description: "What a patient may ask for about the record."
* insert OwnSet
* TaskKind#rights-access
* TaskKind#rights-rectification
* TaskKind#rights-erasure
* TaskKind#rights-restriction
* TaskKind#rights-portability
* TaskKind#rights-objection
* TaskKind#rights-use-report
* TaskKind#rights-complaint
* TaskKind#rights-recall
