Profile: HrTreatmentPlan
Parent: CarePlan
Id: hr-treatment-plan
Title: "Treatment plan"
Description: "What is to be done, as references to orders and tasks, so that each can be carried out, withheld or stopped by itself."
* insert Labelled
* intent = #plan
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains plan 1..1 MS
* category[plan] = DocumentKind#treatment-plan
* subject only Reference(Patient)
* period 1..1 MS
* addresses 1..* MS
* goal MS
* goal only Reference(HrGoal)
* activity 1..* MS
* activity.reference 1..1 MS
* activity.detail 0..0

Profile: HrGoal
Parent: Goal
Id: hr-goal
Title: "Goal"
Description: "A number to reach in one zone by a day."
* insert Labelled
* obeys hr-goal-1
* subject only Reference(Patient)
* target 1..* MS
* target.measure 1..1 MS
* target.measure from TrichometryMeasures (required)
* target.detail[x] 1..1 MS
* target.detail[x] only Quantity
* target.due[x] 1..1 MS
* target.due[x] only date
* extension contains GoalZone named zone 1..1 MS

Invariant: hr-goal-1
Description: "a quantity to reach has a unit of UCUM"
Expression: "target.detail.ofType(Quantity).all(system = 'http://unitsofmeasure.org' and code.exists())"
Severity: #error

Extension: GoalZone
Id: goal-zone
Title: "Zone of a goal"
Description: "The part of the scalp the goal is for."
Context: Goal
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from ScalpZones (required)

ValueSet: TrichometryMeasures
Id: trichometry-measure
Title: "Measures a goal may be set for"
Description: "Those of the trichometry panel that treatments aim at."
* insert OwnSet
* Trichometry#hair-density
* Trichometry#terminal-density
* Trichometry#cumulative-thickness
* Trichometry#mean-shaft-diameter
* Trichometry#vellus-percent
* Trichometry#hair-count

Profile: HrFollowUp
Parent: Task
Id: hr-follow-up
Title: "Follow-up scan"
Description: "A scan to be repeated: the same zones by the same protocol, or nothing can be compared."
* insert Labelled
* code 1..1 MS
* code = TaskKind#follow-up-scan
* focus 1..1 MS
* focus only Reference(HrTreatmentPlan)
* for 1..1 MS
* for only Reference(Patient)
* restriction 1..1 MS
* restriction.period 1..1 MS
* input 2..* MS
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains zone 1..* MS and protocol 1..1 MS
* input[zone].type = TaskKind#zone-list
* input[zone].value[x] only CodeableConcept
* input[zone].value[x] from ScalpZones (required)
* input[protocol].type = TaskKind#protocol
* input[protocol].value[x] only canonical
* output MS
