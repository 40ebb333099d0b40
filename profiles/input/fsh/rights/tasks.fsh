Profile: HrRightsRequest
Parent: Task
Id: hr-rights-request
Title: "Request under data-protection law"
Description: "What a patient asks for about the record, and by when it must be answered. The server sets that by the law of the clinic where the request says none, and refuses a later day; before the day is over it may be put off once, as far as the law allows, with the reason in statusReason."
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
* restriction MS
* restriction.period MS
* restriction.period.end MS
* statusReason MS
* output MS

Invariant: hr-rights-1
Description: "a request that was refused says why"
Expression: "(status = 'rejected' or status = 'failed') implies statusReason.exists()"
Severity: #error

Profile: HrPrivacyTask
Parent: Task
Id: hr-privacy-task
Title: "Task of the privacy officer"
Description: "What the server found and cannot settle: consents that contradict each other, one it cannot read, a patient who comes of age; a record that was opened in an emergency, which somebody must look into; and the case for which the officer reads one record. It names resources and says nothing of what is in them; a case says why it was opened."
* insert Labelled
* obeys hr-ptask-1 and hr-ptask-2
* status MS
* intent = #order
* code 1..1 MS
* code from PrivacyTasks (required)
* for 1..1 MS
* for only Reference(Patient)
* focus MS
* focus only Reference(Consent)
* authoredOn 1..1 MS
* performerType 1..* MS
* performerType from ClinicRoles (required)
* description MS
* owner MS
* note 0..0
* input MS
* input.value[x] only Reference(Consent or Practitioner)
* priority MS
* reasonCode MS
* executionPeriod MS
* restriction MS
* businessStatus MS
* businessStatus from EmergencyReviews (extensible)

Invariant: hr-ptask-1
Description: "a task about a consent names it"
Expression: "code.coding.where(code.startsWith('rights-consent-')).exists() implies focus.exists()"
Severity: #error

Invariant: hr-ptask-2
Description: "only a case says something in words"
Expression: "description.exists() = code.coding.where(code = 'rights-case').exists()"
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
* #rights-case-access "Case opened or closed by the privacy officer"
* #rights-consent-change "Change of a consent"
* #rights-recall "Recall of disclosed data"
* #rights-retention "End of retention"
* #rights-majority "Coming of age"
* #appointment "Appointment"

ValueSet: NoticeKinds
Id: notice-kind
Title: "Kinds of notices"
Description: "All kinds."
* insert OwnSet
* include codes from system NoticeKind
