RuleSet: Done
* insert Labelled
* status MS
* subject only Reference(Patient)
* performed[x] 1..1 MS
* performed[x] only Period
* code 1..1 MS
* performer 1..* MS
* bodySite 1..* MS
* bodySite from ScalpZones (required)
* reasonReference 1..* MS
* usedReference MS
* usedCode MS

Profile: HrTransplantProcedure
Parent: Procedure
Id: hr-transplant-procedure
Title: "Hair transplant"
Description: "An operation: how grafts were taken, where they were set, by whom. The numbers are in the graft tally."
* insert Done
* obeys hr-proc-1
* code.coding ^slicing.discriminator.type = #value
* code.coding ^slicing.discriminator.path = "system"
* code.coding ^slicing.rules = #open
* code.coding contains kind 1..1 MS and technique 1..* MS and snomed 0..1
* code.coding[kind].system 1..1
* code.coding[kind].system = "https://strand.health/fhir/CodeSystem/treatment-kind"
* code.coding[kind].code 1..1
* code.coding[kind].code = #hair-transplant
* code.coding[technique].system 1..1
* code.coding[technique].system = "https://strand.health/fhir/CodeSystem/hair-technique"
* code.coding[technique] from HairTechniques (required)
* code.coding[snomed].system 1..1
* code.coding[snomed].system = $SCT
* code.coding[snomed].code 1..1
* code.coding[snomed].code = #2580007
* code.coding[snomed] ^comment = "[C: HL7 NZ], but outside the Global Patient Set, so never alone and never required."
* performer.function 1..1 MS
* performer.function from ClinicRoles (required)
* bodySite ^short = "Where grafts were set"
* outcome MS
* complicationDetail MS
* followUp MS
* extension contains DonorSite named donorSite 0..*

Invariant: hr-proc-1
Description: "a surgeon took part"
Expression: "performer.function.coding.exists(code = 'surgeon')"
Severity: #error

Profile: HrClinicProcedure
Parent: Procedure
Id: hr-clinic-procedure
Title: "Treatment session"
Description: "A treatment that is given at the clinic, usually several times."
* insert Done
* code from ClinicTreatments (required)
* extension contains SessionNumber named session 1..1 MS

Extension: DonorSite
Id: donor-site
Title: "Donor site"
Description: "Where grafts were taken."
Context: Procedure
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from ScalpZones (required)

Extension: SessionNumber
Id: session-number
Title: "Session"
Description: "Which of how many sessions."
Context: Procedure
* obeys hr-session-1
* extension contains number 1..1 and planned 0..1
* extension[number].value[x] 1..1
* extension[number].value[x] only positiveInt
* extension[planned].value[x] 1..1
* extension[planned].value[x] only positiveInt

Invariant: hr-session-1
Description: "no session comes after the last one planned"
Expression: "extension.where(url = 'planned').exists() implies extension.where(url = 'number').value <= extension.where(url = 'planned').value"
Severity: #error
