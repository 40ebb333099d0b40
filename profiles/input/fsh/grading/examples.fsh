RuleSet: Graded(patient)
* insert Example(N)
* status = #final
* category[exam] = $ObsCategory#exam
* subject = Reference(Patient/{patient})
* effectiveDateTime = "2024-06-24T09:25:00+02:00"
* performer = Reference(Practitioner/sora)

Instance: ana-peripilar-sign
InstanceOf: HrTrichoscopyFinding
Usage: #example
Description: "A finding with its severity and extent."
* insert Graded(ana)
* valueCodeableConcept = TrichoscopyFinding#peripilar-sign
* bodySite = ScalpZone#vertex
* derivedFrom = Reference(Media/ana-vertex-scan)
* component[severity].valueInteger = 2
* insert Number(extent, 30, %, %)

Instance: ana-erythema
InstanceOf: HrTrichoscopyFinding
Usage: #example
Description: "A finding that SNOMED CT has a code for."
* insert Graded(ana)
* valueCodeableConcept = $SCT#247441003
* bodySite = ScalpZone#frontal
* derivedFrom = Reference(Media/ana-frontal-scan)

Instance: ana-sinclair
InstanceOf: HrPatternStage
Usage: #example
Description: "Sinclair 3."
* insert Graded(ana)
* code = PatternScale#sinclair
* valueCodeableConcept = Sinclair#3

Instance: ben-norwood
InstanceOf: HrPatternStage
Usage: #example
Description: "Norwood-Hamilton IV."
* insert Graded(ben)
* code = PatternScale#norwood-hamilton
* valueCodeableConcept = NorwoodHamilton#IV

Instance: ana-basp
InstanceOf: HrBasp
Usage: #example
Description: "A straight hairline and a thinner front."
* insert Graded(ana)
* component[basic].valueCodeableConcept = BaspBasic#L
* component[specific].valueCodeableConcept = BaspSpecific#F2

Instance: ben-basp
InstanceOf: HrBasp
Usage: #example
Description: "A receding hairline and a thinner vertex."
* insert Graded(ben)
* component[basic].valueCodeableConcept = BaspBasic#M3
* component[specific].valueCodeableConcept = BaspSpecific#V2

RuleSet: Salt(total, vertex, posterior, left, right)
* valueQuantity.value = {total}
* valueQuantity.unit = "%"
* valueQuantity.code = #%
* insert Number(salt-vertex, {vertex}, %, %)
* insert Number(salt-posterior, {posterior}, %, %)
* insert Number(salt-left, {left}, %, %)
* insert Number(salt-right, {right}, %, %)

Instance: kim-salt
InstanceOf: HrSalt
Usage: #example
Description: "Patchy loss, with the scheme its band comes from."
* insert Graded(kim)
* insert Salt(19, 25, 15, 20, 10)
* extension[severityScheme].valueCode = #uk

Instance: kim-salt-later
InstanceOf: HrSalt
Usage: #example
Description: "Nothing left to see."
* insert Graded(kim)
* insert Salt(0, 0, 0, 0, 0)
