Profile: HrMedicationRequest
Parent: MedicationRequest
Id: hr-medication-request
Title: "Prescription for hair loss"
Description: "A medicine that was prescribed, why, and how to take it."
* insert Labelled
* obeys hr-med-1
* intent = #order
* medication[x] only CodeableConcept
* medicationCodeableConcept from HairMedicines (extensible)
* subject only Reference(Patient)
* authoredOn 1..1 MS
* requester 1..1 MS
* reasonReference 1..1 MS
* dosageInstruction 1..* MS
* statusReason MS

Invariant: hr-med-1
Description: "a prescription that was stopped says why"
Expression: "status = 'stopped' implies statusReason.exists()"
Severity: #error

Profile: HrMedicationStatement
Parent: MedicationStatement
Id: hr-medication-statement
Title: "Medicine taken for hair loss"
Description: "What the patient takes, from when to when, and who says so. What is taken is not always what was prescribed."
* insert Labelled
* medication[x] only CodeableConcept
* medicationCodeableConcept from HairMedicines (extensible)
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only Period
* informationSource 1..1 MS
* basedOn MS

Profile: HrSideEffect
Parent: AdverseEvent
Id: hr-side-effect
Title: "Side effect"
Description: "What a patient reports under treatment. After genetics, side effects on sexual function and mood are the most sensitive data of this field."
* insert Labelled
* obeys hr-ae-1 and hr-ae-2
* event 1..1 MS
* event from SideEffects (extensible)
* subject only Reference(Patient)
* date 1..1 MS
* recorder MS
* seriousness 1..1 MS
* suspectEntity 1..* MS

Invariant: hr-ae-1
Description: "a side effect on sexual function bears the label SEX"
Expression: "event.coding.exists(code = 'reduced-libido' or code = 'erectile-dysfunction' or code = 'ejaculation-disorder') implies meta.security.exists(code = 'SEX')"
Severity: #error

Invariant: hr-ae-2
Description: "a side effect on mood bears the label PSY"
Expression: "event.coding.exists(code = 'low-mood' or code = 'anxiety') implies meta.security.exists(code = 'PSY')"
Severity: #error
