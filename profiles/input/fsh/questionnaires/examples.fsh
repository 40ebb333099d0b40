RuleSet: Answered
* status = #completed
* subject = Reference(Patient/ana)
* authored = "2025-06-24T08:45:00+02:00"
* author = Reference(Patient/ana)
* source = Reference(Patient/ana)

RuleSet: Answer(link, value)
* item[+].linkId = "{link}"
* item[=].answer.valueInteger = {value}

RuleSet: Decide(link, value)
* item[+].linkId = "{link}"
* item[=].answer.valueBoolean = {value}

Instance: ana-self-assessment
InstanceOf: HrSelfAssessment
Usage: #example
Description: "A year into treatment: better."
* insert Example(N)
* insert Answered
* insert Answer(change, 2)
* insert Answer(shedding, 1)
* insert Answer(itch, 0)
* insert Answer(satisfaction, 8)
* insert Answer(adherence, 7)

Instance: ana-self-assessment-early
InstanceOf: HrSelfAssessment
Usage: #example
Description: "Three months in: the shedding has begun."
* insert Example(N)
* insert Answered
* insert Answer(change, -1)
* insert Answer(shedding, 6)
* insert Answer(itch, 2)
* insert Answer(satisfaction, 4)
* insert Answer(adherence, 6)

Instance: ana-wellbeing
InstanceOf: HrWellbeingAnswers
Usage: #example
Description: "Little burden."
* insert Example(R)
* meta.security[sens][+] = $ActCode#PSY
* meta.security[sens][+] = $ActCode#SEX
* insert Answered
* insert Answer(mood, 2)
* insert Answer(anxiety, 5)
* insert Answer(sexual-function, 0)
* insert Answer(quality-of-life, 6)

Instance: ana-wellbeing-later
InstanceOf: HrWellbeingAnswers
Usage: #example
Description: "A burden that somebody should talk about."
* insert Example(R)
* meta.security[sens][+] = $ActCode#PSY
* meta.security[sens][+] = $ActCode#SEX
* insert Answered
* insert Answer(mood, 7)
* insert Answer(anxiety, 8)
* insert Answer(sexual-function, -2)
* insert Answer(quality-of-life, 8)

Instance: ana-consent-form
InstanceOf: HrConsentForm
Usage: #example
Description: "Yes to what treatment needs, no to the rest."
* insert Example(N)
* insert Answered
* insert Decide(care, true)
* insert Decide(imaging, true)
* insert Decide(vendor-cloud, true)
* insert Decide(laboratory, true)
* insert Decide(genetics, true)
* insert Decide(other-clinic, false)
* insert Decide(research, false)
* insert Decide(teaching, false)
* insert Decide(machine-learning, false)
* insert Decide(marketing, false)
* insert Decide(marketing-contact, false)
* item[+].linkId = "signed-by"
* item[=].answer.valueString = "The patient"

Instance: ana-consent-form-later
InstanceOf: HrConsentForm
Usage: #example
Description: "Less than before."
* insert Example(N)
* insert Answered
* insert Decide(care, true)
* insert Decide(imaging, true)
* insert Decide(vendor-cloud, false)
* insert Decide(laboratory, false)
* insert Decide(genetics, false)
* insert Decide(other-clinic, false)
* insert Decide(research, false)
* insert Decide(teaching, false)
* insert Decide(machine-learning, false)
* insert Decide(marketing, false)
* insert Decide(marketing-contact, false)
* item[+].linkId = "signed-by"
* item[=].answer.valueString = "The patient"

