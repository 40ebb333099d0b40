RuleSet: Request(code)
* insert Example(N)
* intent = #order
* code = TaskKind#{code}
* for = Reference(Patient/ana)
* authoredOn = "2025-03-01T12:00:00+01:00"
* requester = Reference(Patient/ana)
* restriction.period.end = "2025-04-01"

Instance: ana-wants-a-copy
InstanceOf: HrRightsRequest
Usage: #example
Description: "A copy of everything."
* insert Request(rights-access)
* status = #completed

Instance: ana-wants-erasure
InstanceOf: HrRightsRequest
Usage: #example
Description: "Erasure, refused with the reason."
* insert Request(rights-erasure)
* status = #rejected
* statusReason.text = "Kept until 2034 by law; restricted until then"

Instance: ana-picture-recalled
InstanceOf: HrRightsRequest
Usage: #example
Description: "A picture is to be taken back wherever it was published."
* insert Request(rights-recall)
* status = #requested
* focus = Reference(Consent/ana-pictures)
* input.type.text = "copy"
* input.valueString = "Media/00000000-0000-4000-8000-000000000001"

RuleSet: Notice(kind)
* insert Example(N)
* status = #completed
* category = NoticeKind#{kind}
* subject = Reference(Patient/ana)
* recipient = Reference(Patient/ana)
* sent = "2025-03-03T09:00:00+01:00"

Instance: answer-to-ana
InstanceOf: HrNotice
Usage: #example
Description: "The copy is ready."
* insert Notice(rights-answer)
* about = Reference(Task/ana-wants-a-copy)
* payload.contentString = "Your copy is ready."

Instance: emergency-notice
InstanceOf: HrNotice
Usage: #example
Description: "Somebody used the emergency access."
* insert Notice(rights-emergency-access)
* payload.contentString = "Your record was opened in an emergency. You may ask why."

RuleSet: OfficerTask(code)
* insert Example(N)
* status = #requested
* intent = #order
* code = TaskKind#{code}
* for = Reference(Patient/ana)
* authoredOn = "2025-03-01T12:00:00+01:00"
* performerType = ClinicRole#privacy-officer

Instance: ana-consents-contradict
InstanceOf: HrPrivacyTask
Usage: #example
Description: "Two who act for a patient decided differently."
* insert OfficerTask(rights-consent-conflict)
* focus = Reference(Consent/ana-imaging)

Instance: ana-comes-of-age
InstanceOf: HrPrivacyTask
Usage: #example
Description: "What others decided for a minor has lapsed."
* insert OfficerTask(rights-majority)

Instance: ana-opened-in-an-emergency
InstanceOf: HrPrivacyTask
Usage: #example
Description: "A record was opened in an emergency; the review is due."
* insert OfficerTask(rights-emergency-review)
* priority = #urgent
* reasonCode = EmergencyReason#allergic-reaction
* executionPeriod.start = "2025-03-01T12:00:00+01:00"
* executionPeriod.end = "2025-03-01T13:00:00+01:00"
* restriction.period.end = "2025-03-04T12:00:00+01:00"
* input.type = TaskKind#rights-emergency-by
* input.valueReference = Reference(Practitioner/ito)

Instance: ana-complains
InstanceOf: HrPrivacyTask
Usage: #example
Description: "The privacy officer looks into a complaint."
* insert OfficerTask(rights-case)
* status = #in-progress
* owner = Reference(Practitioner/dara)
* reasonCode = CaseReason#complaint
* description = "Ana asks why her scan was shown at the desk on Monday."
* executionPeriod.start = "2025-03-01T12:00:00+01:00"
* executionPeriod.end = "2025-03-31T12:00:00+02:00"
* restriction.period.end = "2025-03-31T12:00:00+02:00"
