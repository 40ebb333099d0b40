Instance: ana-genetic-order
InstanceOf: HrGeneticOrder
Usage: #example
Description: "An order of a panel."
* insert AnaGenetics
* status = #completed
* intent = #order
* category[genetics] = $V20074#GE
* code = MarkerPanel#aga-association
* authoredOn = "2024-06-24T09:35:00+02:00"
* requester = Reference(Practitioner/sora)
* performer = Reference(Organization/laboratory)
* extension[consent].valueReference = Reference(Consent/ana-genetics)

Instance: ana-second-genetic-order
InstanceOf: HrGeneticOrder
Usage: #example
Description: "An order that was revoked with the consent."
* insert AnaGenetics
* status = #revoked
* intent = #order
* category[genetics] = $V20074#GE
* code = MarkerPanel#drug-response
* authoredOn = "2025-03-01"
* requester = Reference(Practitioner/sora)
* performer = Reference(Organization/laboratory)
* extension[consent].valueReference = Reference(Consent/ana-genetics)

RuleSet: Sample(type, status)
* insert AnaGenetics
* status = #{status}
* type = http://terminology.hl7.org/CodeSystem/v2-0487#{type}
* collection.collectedDateTime = "2024-06-24T09:35:00+02:00"
* extension[consent].valueReference = Reference(Consent/ana-genetics)

Instance: ana-saliva
InstanceOf: HrSpecimen
Usage: #example
Description: "Saliva."
* insert Sample(SAL, available)
* request = Reference(ServiceRequest/ana-genetic-order)

Instance: ana-swab
InstanceOf: HrSpecimen
Usage: #example
Description: "A second sample, destroyed when the consent was withdrawn."
* insert Sample(SAL, unavailable)
* request = Reference(ServiceRequest/ana-second-genetic-order)

RuleSet: Report
* insert AnaGenetics
* status = #final
* category[genetics] = $V20074#GE
* code = $LNC#51969-4
* effectiveDateTime = "2024-06-24T09:35:00+02:00"
* issued = "2024-07-06T09:35:00+02:00"
* performer = Reference(Organization/laboratory)

Instance: ana-genetic-report
InstanceOf: HrGeneticReport
Usage: #example
Description: "Two markers."
* insert Report
* basedOn = Reference(ServiceRequest/ana-genetic-order)
* specimen = Reference(Specimen/ana-saliva)
* result[+] = Reference(Observation/ana-rs6152)
* result[+] = Reference(Observation/ana-rs1160312)

Instance: ana-genetic-report-file
InstanceOf: HrGeneticReport
Usage: #example
Description: "A report with the laboratory's file in it."
* insert Report
* result = Reference(Observation/ana-rs6152)
* presentedForm.contentType = #application/pdf
* presentedForm.title = "Report of the laboratory"
* presentedForm.data = "JVBERi0xLjQK"

RuleSet: Risk
* insert AnaGenetics
* status = #final
* occurrenceDateTime = "2024-07-06"
* basis = Reference(Observation/ana-rs1160312)
* prediction.outcome = HairLoss#androgenetic-alopecia
* extension[ancestry].valueCodeableConcept = Ancestry#european

Instance: ana-polygenic-risk
InstanceOf: HrPolygenicRisk
Usage: #example
Description: "A probability from a European model that did not do very well."
* insert Risk
* method.text = "25-SNP model, version 1"
* prediction.probabilityDecimal = 42
* extension[auc].valueDecimal = 0.69

Instance: ana-polygenic-risk-word
InstanceOf: HrPolygenicRisk
Usage: #example
Description: "A word in place of a probability."
* insert Risk
* method = MarkerPanel#aga-five-snp
* method.text = "Five-marker model, 2015"
* prediction.qualitativeRisk = http://terminology.hl7.org/CodeSystem/risk-probability#moderate

RuleSet: Relative(code)
* insert Example(R)
* meta.security[sens] = $ActCode#GDIS
* status = #completed
* patient = Reference(Patient/ana)
* relationship = $RoleCode#{code}
* condition.code = $SCT#87872006

Instance: ana-father
InstanceOf: HrFamilyHistory
Usage: #example
Description: "A father who went bald at 35."
* insert Relative(FTH)
* condition.onsetAge = 35 'a' "years"

Instance: ana-grandfather
InstanceOf: HrFamilyHistory
Usage: #example
Description: "A maternal grandfather; nobody knows when."
* insert Relative(MGRFTH)
