Profile: HrPolygenicRisk
Parent: RiskAssessment
Id: hr-polygenic-risk
Title: "Polygenic risk"
Description: "A score somebody computed, with its model, its version and the people it was fitted on. Without those it means nothing."
* insert Genetic
* obeys hr-risk-1 and hr-risk-2
* subject only Reference(Patient)
* occurrence[x] 1..1 MS
* occurrence[x] only dateTime
* method 1..1 MS
* basis 1..* MS
* prediction 1..* MS
* prediction.outcome 1..1 MS
* prediction.relativeRisk MS
* mitigation 0..0
* extension contains AncestryOfModel named ancestry 1..1 MS and AreaUnderCurve named auc 0..1

Invariant: hr-risk-1
Description: "the method names the model and its version"
Expression: "method.coding.version.exists() or method.text.matches('.*[0-9].*')"
Severity: #error

Invariant: hr-risk-2
Description: "a prediction is a probability or a word for one"
Expression: "prediction.all(probability.exists() or qualitativeRisk.exists())"
Severity: #error

Extension: AncestryOfModel
Id: ancestry
Title: "Ancestry"
Description: "The people the model was fitted on. Published models of hair loss are European."
Context: RiskAssessment
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from Ancestries (extensible)

Extension: AreaUnderCurve
Id: auc
Title: "Area under the curve"
Description: "How well the model told balding from other people where it was tested; published ones reach 0.63 to 0.78 [C]."
Context: RiskAssessment
* value[x] 1..1
* value[x] only decimal
