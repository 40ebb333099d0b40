Profile: HrGeneticOrder
Parent: ServiceRequest
Id: hr-genetic-order
Title: "Order of a genetic test"
Description: "What a laboratory is asked for, and the consent it rests on."
* insert Genetic
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains genetics 1..1 MS
* category[genetics] = $V20074#GE
* code 1..1 MS
* code from MarkerPanels (extensible)
* subject only Reference(Patient)
* authoredOn 1..1 MS
* requester 1..1 MS
* performer 1..1 MS
* performer only Reference(Organization)
* extension contains ConsentReference named consent 1..1 MS

Profile: HrSpecimen
Parent: Specimen
Id: hr-specimen
Title: "Sample for a genetic test"
Description: "Saliva or a swab. It is destroyed when the consent is withdrawn."
* insert Genetic
* type 1..1 MS
* subject 1..1 MS
* subject only Reference(Patient)
* collection 1..1 MS
* collection.collected[x] 1..1 MS
* request MS
* extension contains ConsentReference named consent 1..1 MS

Profile: HrGeneticReport
Parent: DiagnosticReport
Id: hr-genetic-report
Title: "Genetic report"
Description: "What the laboratory answered. Its file stays in it, under the same labels."
* insert Genetic
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains genetics 1..1 MS
* category[genetics] = $V20074#GE
* code MS
* code = $LNC#51969-4
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* issued 1..1 MS
* performer 1..* MS
* basedOn MS
* specimen MS
* result 1..* MS
* media 0..0
* presentedForm 0..1 MS

Profile: HrFamilyHistory
Parent: FamilyMemberHistory
Id: hr-family-history
Title: "Family history"
Description: "Hair loss of relatives. It is other people's health data, and genetic information: relatives are never named."
* insert Genetic
* patient MS
* name 0..0
* relationship MS
* condition 1..* MS
* condition.code MS
* condition.onset[x] MS
* reasonReference MS
