Instance: ana-hair-loss
InstanceOf: HrHairLossCondition
Usage: #example
Description: "Androgenetic alopecia in a woman: no SNOMED CT code was confirmed for it."
* insert Example(N)
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code.coding[+] = HairLoss#androgenetic-alopecia
* code.coding[+] = $ICD10#L64.9
* bodySite = $SCT#41695006
* subject = Reference(Patient/ana)
* recorder = Reference(Practitioner/sora)
* extension[pattern].valueCodeableConcept = HairLossPattern#patterned

Instance: ben-trichotillomania
InstanceOf: HrHairLossCondition
Usage: #example
Description: "A diagnosis that bears the label PSY."
* insert Example(R)
* meta.security[sens] = $ActCode#PSY
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#resolved
* code = HairLoss#trichotillomania
* subject = Reference(Patient/ben)
* recorder = Reference(Practitioner/sora)

RuleSet: BenOperation
* insert Example(N)
* status = #completed
* code.coding[kind] = TreatmentKind#hair-transplant
* subject = Reference(Patient/ben)
* encounter = Reference(Encounter/ben-operation-day)
* performedPeriod.start = "2025-01-10T09:00:00+01:00"
* performedPeriod.end = "2025-01-10T15:00:00+01:00"
* reasonReference = Reference(Condition/ben-hair-loss)

Instance: ben-transplant
InstanceOf: HrTransplantProcedure
Usage: #example
Description: "Follicular unit excision by a surgeon and a technician."
* insert BenOperation
* code.coding[technique] = HairTechnique#fue
* code.coding[snomed] = $SCT#2580007
* performer[+].function = ClinicRole#surgeon
* performer[=].actor = Reference(Practitioner/sora)
* performer[+].function = ClinicRole#technician
* performer[=].actor = Reference(Practitioner/tom)
* bodySite[+] = ScalpZone#frontal
* bodySite[+] = ScalpZone#vertex
* extension[donorSite].valueCodeableConcept = ScalpZone#occipital

Instance: ben-beard-transplant
InstanceOf: HrTransplantProcedure
Usage: #example
Description: "A session with grafts of the beard."
* insert BenOperation
* code.coding[technique] = HairTechnique#beard-fue
* performer.function = ClinicRole#surgeon
* performer.actor = Reference(Practitioner/sora)
* bodySite = ScalpZone#vertex
* extension[donorSite].valueCodeableConcept = ScalpZone#beard

RuleSet: AnaSession(number)
* insert Example(N)
* status = #completed
* subject = Reference(Patient/ana)
* performedPeriod.start = "2024-09-20T09:30:00+02:00"
* performedPeriod.end = "2024-09-20T10:00:00+02:00"
* performer.actor = Reference(Practitioner/sora)
* bodySite = ScalpZone#vertex
* reasonReference = Reference(Condition/ana-hair-loss)
* extension[session].extension[number].valuePositiveInt = {number}

Instance: ana-prp-2
InstanceOf: HrClinicProcedure
Usage: #example
Description: "The second of three injections."
* insert AnaSession(2)
* code = TreatmentKind#prp-scalp
* extension[session].extension[planned].valuePositiveInt = 3

Instance: ana-light-1
InstanceOf: HrClinicProcedure
Usage: #example
Description: "The first session of a treatment without a planned end."
* insert AnaSession(1)
* code = TreatmentKind#lllt
