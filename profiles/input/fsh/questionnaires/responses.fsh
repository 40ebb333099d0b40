RuleSet: AnswersOf(form)
* insert Labelled
* questionnaire 1..1 MS
* questionnaire = "https://strand.health/fhir/Questionnaire/{form}"
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* source 1..1 MS
* source only Reference(Patient or RelatedPerson)
* item 1..* MS

Profile: HrSelfAssessment
Parent: QuestionnaireResponse
Id: hr-self-assessment
Title: "Self-assessment"
Description: "What the patient says about hair, scalp and treatment."
* insert AnswersOf(self-assessment)

Profile: HrWellbeingAnswers
Parent: QuestionnaireResponse
Id: hr-wellbeing-answers
Title: "Wellbeing under treatment"
Description: "What the patient says about mood and sexual function."
* insert AnswersOf(wellbeing)
* obeys hr-well-1

Invariant: hr-well-1
Description: "answers about mood and sexual function bear the labels PSY and SEX"
Expression: "meta.security.exists(code = 'PSY') and meta.security.exists(code = 'SEX')"
Severity: #error

Profile: HrConsentForm
Parent: QuestionnaireResponse
Id: hr-consent-form
Title: "Consent form as filled in"
Description: "The form a patient filled in; the Consent resources are made from it and refer to it."
* insert AnswersOf(consent-capture)
