Profile: HrGraftTally
Parent: Observation
Id: hr-graft-tally
Title: "Graft tally"
Description: "What was counted on the day of a transplant."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(procedure)
* insert ByCode
* obeys hr-graft-1 and hr-graft-2 and hr-graft-3
* code = GraftComponent#graft-tally
* partOf 1..1 MS
* partOf only Reference(Procedure)
* value[x] 0..0
* insert Measured(GraftComponent, grafts-1, 1..1, {graft})
* insert Measured(GraftComponent, grafts-2, 1..1, {graft})
* insert Measured(GraftComponent, grafts-3, 1..1, {graft})
* insert Measured(GraftComponent, grafts-4, 1..1, {graft})
* insert Measured(GraftComponent, grafts-total, 1..1, {graft})
* insert Measured(GraftComponent, hairs-total, 1..1, {hairs})
* insert Measured(GraftComponent, harvested, 1..1, {graft})
* insert Measured(GraftComponent, discarded, 1..1, {graft})
* insert Measured(GraftComponent, transected, 1..1, {graft})
* insert Measured(GraftComponent, implanted, 1..1, {graft})
* insert Measured(GraftComponent, recipient-area, 0..1, cm2)
* insert Measured(GraftComponent, implanted-density, 0..1, {graft}/cm2)
* insert Measured(GraftComponent, extraction-density, 0..1, {graft}/cm2)
* insert Measured(GraftComponent, punch-size, 0..1, mm)
* insert Measured(GraftComponent, out-of-body-minutes, 0..1, min)

Invariant: hr-graft-1
Description: "the grafts of all sizes are the total"
Expression: "component.where(code.coding.exists(code = 'grafts-1')).value.value + component.where(code.coding.exists(code = 'grafts-2')).value.value + component.where(code.coding.exists(code = 'grafts-3')).value.value + component.where(code.coding.exists(code = 'grafts-4')).value.value = component.where(code.coding.exists(code = 'grafts-total')).value.value"
Severity: #error

Invariant: hr-graft-2
Description: "no more grafts were implanted, discarded and transected than harvested"
Expression: "component.where(code.coding.exists(code = 'harvested')).value.value >= component.where(code.coding.exists(code = 'implanted')).value.value + component.where(code.coding.exists(code = 'discarded')).value.value + component.where(code.coding.exists(code = 'transected')).value.value"
Severity: #error

Invariant: hr-graft-3
Description: "the hairs are those of the grafts: one, two, three, and four or more"
Expression: "component.where(code.coding.exists(code = 'hairs-total')).value.value >= component.where(code.coding.exists(code = 'grafts-1')).value.value + 2 * component.where(code.coding.exists(code = 'grafts-2')).value.value + 3 * component.where(code.coding.exists(code = 'grafts-3')).value.value + 4 * component.where(code.coding.exists(code = 'grafts-4')).value.value and component.where(code.coding.exists(code = 'hairs-total')).value.value <= component.where(code.coding.exists(code = 'grafts-1')).value.value + 2 * component.where(code.coding.exists(code = 'grafts-2')).value.value + 3 * component.where(code.coding.exists(code = 'grafts-3')).value.value + 6 * component.where(code.coding.exists(code = 'grafts-4')).value.value"
Severity: #error
