RuleSet: AnaPlan
* insert Example(N)
* category[plan] = DocumentKind#treatment-plan
* status = #active
* intent = #plan
* subject = Reference(Patient/ana)
* period.start = "2024-06-24"
* addresses = Reference(Condition/ana-hair-loss)

Instance: ana-plan
InstanceOf: HrTreatmentPlan
Usage: #example
Description: "A medicine, and scans to see whether it helps."
* insert AnaPlan
* goal = Reference(Goal/ana-density-goal)
* activity[+].reference = Reference(MedicationRequest/ana-minoxidil)
* activity[+].reference = Reference(Task/ana-scan-in-december)

Instance: ana-plan-scans-only
InstanceOf: HrTreatmentPlan
Usage: #example
Description: "Watchful waiting is a plan too."
* insert AnaPlan
* activity.reference = Reference(Task/ana-scan-in-december)

RuleSet: AnaGoal
* insert Example(N)
* lifecycleStatus = #active
* description.text = "More hair on the vertex"
* subject = Reference(Patient/ana)
* target.dueDate = "2025-06-24"

Instance: ana-density-goal
InstanceOf: HrGoal
Usage: #example
Description: "Density of the vertex."
* insert AnaGoal
* extension[zone].valueCodeableConcept = ScalpZone#vertex
* target.measure = Trichometry#hair-density
* target.detailQuantity = 190 '/cm2' "hairs/cm²"

Instance: ana-thickness-goal
InstanceOf: HrGoal
Usage: #example
Description: "Thickness of the frontal scalp."
* insert AnaGoal
* extension[zone].valueCodeableConcept = ScalpZone#frontal
* target.measure = Trichometry#mean-shaft-diameter
* target.detailQuantity = 60 'um' "um"

RuleSet: AnaFollowUp(start, end)
* insert Example(N)
* status = #requested
* intent = #plan
* code = TaskKind#follow-up-scan
* focus = Reference(CarePlan/ana-plan)
* for = Reference(Patient/ana)
* restriction.period.start = "{start}"
* restriction.period.end = "{end}"
* input[zone].valueCodeableConcept = ScalpZone#vertex
* input[protocol].valueCanonical = "https://strand.health/fhir/PlanDefinition/scan-clipped"

Instance: ana-scan-in-december
InstanceOf: HrFollowUp
Usage: #example
Description: "Six months later, the same zone by the same protocol."
* insert AnaFollowUp(2024-12-10, 2025-01-07)

Instance: ana-scan-in-june
InstanceOf: HrFollowUp
Usage: #example
Description: "Two zones a year later."
* insert AnaFollowUp(2025-06-10, 2025-07-08)
* input[zone][1].type = TaskKind#zone-list
* input[zone][1].valueCodeableConcept = ScalpZone#frontal
