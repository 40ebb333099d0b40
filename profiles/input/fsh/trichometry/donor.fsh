Profile: HrDonorAssessment
Parent: Observation
Id: hr-donor-assessment
Title: "Donor assessment"
Description: "What a donor area still has to give. Published budgets disagree by a factor of two [C], so the record holds the formula and what went into it, never a constant."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(exam)
* insert ByCode
* obeys hr-don-1 and hr-tri-6
* code = Trichometry#donor-assessment
* bodySite 1..1 MS
* bodySite from ScalpZones (required)
* value[x] 0..0
* note 1..1 MS
* note ^short = "The formula"
* insert Measured(Trichometry, fu-density, 1..1, /cm2)
* insert Measured(Trichometry, hairs-per-fu, 0..1, 1)
* insert Measured(Trichometry, mean-shaft-diameter, 0..1, um)
* insert Measured(Trichometry, miniaturised-percent, 0..1, %)
* insert Measured(Trichometry, donor-area, 1..1, cm2)
* insert Measured(Trichometry, grafts-used, 1..1, {graft})
* insert Measured(Trichometry, safety-fraction, 1..1, %)
* insert Measured(Trichometry, estimated-grafts-available, 1..1, {graft})

Invariant: hr-don-1
Description: "no more grafts than area x density x safety fraction - grafts used, give or take five percent"
Expression: "component.where(code.coding.exists(code = 'estimated-grafts-available')).value.value <= 1.05 * (component.where(code.coding.exists(code = 'donor-area')).value.value * component.where(code.coding.exists(code = 'fu-density')).value.value * component.where(code.coding.exists(code = 'safety-fraction')).value.value / 100 - component.where(code.coding.exists(code = 'grafts-used')).value.value)"
Severity: #error
