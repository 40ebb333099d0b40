Profile: HrRightsRequest
Parent: Task
Id: hr-rights-request
Title: "Request under data-protection law"
Description: "What a patient asks for about the record, and by when the law wants it answered: one month, unless it says otherwise."
* insert Labelled
* obeys hr-rights-1
* status MS
* intent = #order
* code 1..1 MS
* code from RightsRequests (required)
* for 1..1 MS
* for only Reference(Patient)
* authoredOn 1..1 MS
* requester 1..1 MS
* restriction 1..1 MS
* restriction.period 1..1 MS
* restriction.period.end 1..1 MS
* statusReason MS
* output MS

Invariant: hr-rights-1
Description: "a request that was refused says why"
Expression: "(status = 'rejected' or status = 'failed') implies statusReason.exists()"
Severity: #error

Profile: HrNotice
Parent: Communication
Id: hr-notice
Title: "Notice to a patient"
Description: "What a patient is told about the record: an answer to a request, an access in an emergency, a recall."
* insert Labelled
* category 1..* MS
* category from NoticeKinds (required)
* subject 1..1 MS
* subject only Reference(Patient)
* recipient 1..* MS
* sent 1..1 MS
* payload 1..* MS
* payload.content[x] only string
* about MS
* inResponseTo MS

CodeSystem: NoticeKind
Id: notice-kind
Title: "Kinds of notices"
Description: "Codes that begin with rights- are about the patient's rights and kept as such."
* insert OwnCodes
* #rights-answer "Answer to a request"
* #rights-emergency-access "Access in an emergency"
* #rights-consent-change "Change of a consent"
* #rights-recall "Recall of disclosed data"
* #rights-retention "End of retention"
* #appointment "Appointment"

ValueSet: NoticeKinds
Id: notice-kind
Title: "Kinds of notices"
Description: "All kinds."
* insert OwnSet
* include codes from system NoticeKind
