Profile: HrHairLossCondition
Parent: Condition
Id: hr-hair-loss-condition
Title: "Hair-loss diagnosis"
Description: "What somebody's hair loss is held to be, and what that rests on."
* insert Labelled
* obeys hr-cond-1
* clinicalStatus 1..1 MS
* verificationStatus MS
* code 1..1 MS
* code from HairLossDiagnoses (extensible)
* bodySite MS
* subject only Reference(Patient)
* onset[x] MS
* recorder 1..1 MS
* stage.assessment MS
* evidence.detail MS
* extension contains PatternOfHairLoss named pattern 0..1

Invariant: hr-cond-1
Description: "pulling out one's hair is a matter of mental health and bears the label PSY"
Expression: "code.coding.exists(code = 'trichotillomania' or code = '17155009' or code = 'F63.3') implies meta.security.exists(code = 'PSY')"
Severity: #error

Extension: PatternOfHairLoss
Id: pattern
Title: "Pattern of hair loss"
Description: "How the loss is spread over the scalp."
Context: Condition
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HairLossPatterns (required)
