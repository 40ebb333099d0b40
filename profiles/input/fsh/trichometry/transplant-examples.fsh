RuleSet: BenObservation
* insert Example(N)
* status = #final
* subject = Reference(Patient/ben)
* encounter = Reference(Encounter/ben-operation-day)
* effectiveDateTime = "2025-01-10T15:00:00+01:00"
* performer = Reference(Practitioner/sora)

RuleSet: Donor(used, available)
* insert BenObservation
* category[exam] = $ObsCategory#exam
* insert Number(fu-density, 80, FU/cm²,  /cm2)
* insert Number(donor-area, 160, cm²,  cm2)
* insert Number(grafts-used, {used}, grafts, {graft})
* insert Number(safety-fraction, 45, %, %)
* insert Number(estimated-grafts-available, {available}, grafts, {graft})
* note.text = "available = donor area x FU density x safety fraction - grafts used"

Instance: ben-donor-before
InstanceOf: HrDonorAssessment
Usage: #example
Description: "The donor area before the operation."
* insert Donor(0, 5760)
* bodySite = ScalpZone#occipital

Instance: ben-donor-after
InstanceOf: HrDonorAssessment
Usage: #example
Description: "The donor area afterwards."
* insert Donor(2100, 3600)
* insert Number(miniaturised-percent, 8, %, %)
* bodySite = ScalpZone#occipital

RuleSet: Tally(one, two, three, four, total, strands, harvested)
* insert BenObservation
* category[procedure] = $ObsCategory#procedure
* partOf = Reference(Procedure/ben-transplant)
* insert Number(grafts-1, {one}, grafts, {graft})
* insert Number(grafts-2, {two}, grafts, {graft})
* insert Number(grafts-3, {three}, grafts, {graft})
* insert Number(grafts-4, {four}, grafts, {graft})
* insert Number(grafts-total, {total}, grafts, {graft})
* insert Number(hairs-total, {strands}, hairs, {hairs})
* insert Number(harvested, {harvested}, grafts, {graft})
* insert Number(discarded, 30, grafts, {graft})
* insert Number(transected, 70, grafts, {graft})
* insert Number(implanted, {total}, grafts, {graft})

Instance: ben-tally
InstanceOf: HrGraftTally
Usage: #example
Description: "Two thousand grafts."
* insert Tally(500, 1000, 420, 80, 2000, 4080, 2100)
* insert Number(recipient-area, 55, cm²,  cm2)
* insert Number(out-of-body-minutes, 140, min, min)

Instance: ben-second-tally
InstanceOf: HrGraftTally
Usage: #example
Description: "A small second session, with grafts of more than four hairs."
* insert Tally(100, 200, 80, 20, 400, 825, 510)
