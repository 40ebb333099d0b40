Instance: ana-minoxidil
InstanceOf: HrMedicationRequest
Usage: #example
Description: "A prescription that runs."
* insert Example(N)
* status = #active
* intent = #order
* medicationCodeableConcept = $ATC#D11AX01
* subject = Reference(Patient/ana)
* authoredOn = "2024-06-24"
* requester = Reference(Practitioner/sora)
* reasonReference = Reference(Condition/ana-hair-loss)
* dosageInstruction.text = "1 ml twice a day on dry scalp"

Instance: ben-finasteride
InstanceOf: HrMedicationRequest
Usage: #example
Description: "A prescription that was stopped, with the reason."
* insert Example(N)
* status = #stopped
* intent = #order
* statusReason.text = "Asked to stop"
* medicationCodeableConcept = $ATC#D11AX10
* subject = Reference(Patient/ben)
* authoredOn = "2024-12-20"
* requester = Reference(Practitioner/sora)
* reasonReference = Reference(Condition/ben-hair-loss)
* dosageInstruction.text = "1 tablet a day"

Instance: ana-takes-minoxidil
InstanceOf: HrMedicationStatement
Usage: #example
Description: "Ana says that she takes it."
* insert Example(N)
* status = #active
* medicationCodeableConcept = $ATC#D11AX01
* subject = Reference(Patient/ana)
* effectivePeriod.start = "2024-06-26"
* informationSource = Reference(Patient/ana)
* basedOn = Reference(MedicationRequest/ana-minoxidil)

Instance: ben-took-finasteride
InstanceOf: HrMedicationStatement
Usage: #example
Description: "Ben took it for two months."
* insert Example(N)
* status = #stopped
* medicationCodeableConcept = $ATC#D11AX10
* subject = Reference(Patient/ben)
* effectivePeriod.start = "2024-12-21"
* effectivePeriod.end = "2025-02-20"
* informationSource = Reference(Patient/ben)

RuleSet: BenEvent
* actuality = #actual
* subject = Reference(Patient/ben)
* date = "2025-02-18"
* recorder = Reference(Practitioner/sora)
* seriousness = http://terminology.hl7.org/CodeSystem/adverse-event-seriousness#Non-serious
* suspectEntity.instance = Reference(MedicationStatement/ben-took-finasteride)

Instance: ben-libido
InstanceOf: HrSideEffect
Usage: #example
Description: "A side effect on sexual function bears the label SEX."
* insert Example(R)
* meta.security[sens] = $ActCode#SEX
* insert BenEvent
* event = SideEffect#reduced-libido

Instance: ben-low-mood
InstanceOf: HrSideEffect
Usage: #example
Description: "A side effect on mood bears the label PSY."
* insert Example(R)
* meta.security[sens] = $ActCode#PSY
* insert BenEvent
* event = SideEffect#low-mood
