RuleSet: Serves(type)
* rest.resource[+].type = #{type}
* rest.resource[=].interaction[+].code = #read
* rest.resource[=].interaction[+].code = #vread
* rest.resource[=].interaction[+].code = #history-instance
* rest.resource[=].interaction[+].code = #create
* rest.resource[=].interaction[+].code = #update
* rest.resource[=].interaction[+].code = #search-type

RuleSet: GivesOut(type)
* rest.resource[+].type = #{type}
* rest.resource[=].interaction[+].code = #read
* rest.resource[=].interaction[+].code = #search-type

RuleSet: Profiled(profile)
* rest.resource[=].supportedProfile[+] = Canonical({profile})

RuleSet: Searched(type, code, kind)
* rest.resource[=].searchParam[+].name = "{code}"
* rest.resource[=].searchParam[=].definition = "https://strand.health/fhir/SearchParameter/{type}-{code}"
* rest.resource[=].searchParam[=].type = #{kind}

RuleSet: Offers(operation)
* rest.resource[=].operation[+].name = "{operation}"
* rest.resource[=].operation[=].definition = "https://strand.health/fhir/OperationDefinition/{operation}"

Instance: record-server
InstanceOf: CapabilityStatement
Usage: #definition
* url = "https://strand.health/fhir/CapabilityStatement/record-server"
* name = "RecordServer"
* title = "Record server of a hair clinic"
* status = #active
* experimental = false
* date = "2026-01-01"
* description = "What a server must do to keep the records this guide describes. What this one does is at its own /metadata."
* kind = #requirements
* fhirVersion = #4.0.1
* format[+] = #json
* format[+] = #xml
* rest.mode = #server
* rest.security.cors = true
* rest.security.service = http://terminology.hl7.org/CodeSystem/restful-security-service#SMART-on-FHIR
* rest.security.description = "SMART App Launch 2.2; what a requester may not see does not exist for them."
* insert Serves(AdverseEvent)
* insert Profiled(HrSideEffect)
* insert Serves(Appointment)
* insert Profiled(HrAppointment)
* insert GivesOut(AuditEvent)
* insert Profiled(HrConsentDecision)
* insert Profiled(HrDisclosure)
* insert Profiled(HrReadEvent)
* insert Offers(verify)
* insert Serves(Binary)
* insert Profiled(HrBinary)
* insert Serves(BodyStructure)
* insert Profiled(HrScalpTarget)
* insert Serves(CarePlan)
* insert Profiled(HrTreatmentPlan)
* insert Serves(CareTeam)
* insert Profiled(HrCareTeam)
* insert Serves(Communication)
* insert Profiled(HrNotice)
* insert Serves(Condition)
* insert Profiled(HrHairLossCondition)
* insert Serves(Consent)
* insert Profiled(HrConsent)
* insert Profiled(HrExtendedConsent)
* insert Offers(file)
* insert Offers(fileConsent)
* insert Offers(preview)
* insert Offers(receipt)
* insert Offers(revoke)
* insert Offers(revokeConsent)
* insert Serves(Device)
* insert Profiled(HrAnalysisSoftware)
* insert Profiled(HrTrichoscope)
* insert Serves(DiagnosticReport)
* insert Profiled(HrGeneticReport)
* insert Profiled(HrProgressReport)
* insert Serves(DocumentReference)
* insert Profiled(HrMarketingImage)
* insert Serves(Encounter)
* insert Profiled(HrEncounter)
* insert Serves(FamilyMemberHistory)
* insert Profiled(HrFamilyHistory)
* insert Serves(Goal)
* insert Profiled(HrGoal)
* insert Serves(ImagingStudy)
* insert Profiled(HrScalpImagingStudy)
* insert Offers(intake-session)
* insert Serves(Media)
* insert Profiled(HrCloseUp)
* insert Profiled(HrGlobalPhoto)
* insert Profiled(HrScalpImage)
* insert Searched(Media, recognizable, token)
* insert Searched(Media, target, reference)
* insert Offers(analyze-scan)
* insert Offers(before-after)
* insert Offers(de-identified)
* insert Offers(link)
* insert Offers(rendered)
* insert Serves(MedicationRequest)
* insert Profiled(HrMedicationRequest)
* insert Serves(MedicationStatement)
* insert Profiled(HrMedicationStatement)
* insert Serves(Observation)
* insert Profiled(HrBasp)
* insert Profiled(HrDonorAssessment)
* insert Profiled(HrGeneticImplication)
* insert Profiled(HrGeneticMarker)
* insert Profiled(HrGenotype)
* insert Profiled(HrGraftTally)
* insert Profiled(HrPatternStage)
* insert Profiled(HrSalt)
* insert Profiled(HrTrichometryPanel)
* insert Profiled(HrTrichoscopyFinding)
* insert Searched(Observation, body-site, token)
* insert Searched(Observation, comparability-key, string)
* insert Searched(Observation, protocol, uri)
* insert Offers(test-retest)
* insert Offers(trichometry-trend)
* insert Serves(Organization)
* insert Profiled(HrOrganization)
* insert Serves(Patient)
* insert Profiled(HrPatient)
* insert Offers(accounting-of-disclosures)
* insert Offers(donor-budget)
* insert Offers(break-glass)
* insert Offers(open-case)
* insert Offers(emergencies)
* insert Offers(renew-keys)
* insert Offers(key-renewal)
* insert Offers(privacy-summary)
* insert Offers(explain-access)
* rest.resource[=].operation[+].name = "match"
* rest.resource[=].operation[=].definition = "http://hl7.org/fhir/OperationDefinition/Patient-match"
* insert Serves(Practitioner)
* insert Profiled(HrPractitioner)
* insert Serves(PractitionerRole)
* insert Profiled(HrPractitionerRole)
* insert Serves(Procedure)
* insert Profiled(HrClinicProcedure)
* insert Profiled(HrTransplantProcedure)
* insert Serves(Provenance)
* insert Profiled(HrProvenance)
* insert Serves(QuestionnaireResponse)
* insert Profiled(HrConsentForm)
* insert Profiled(HrSelfAssessment)
* insert Profiled(HrWellbeingAnswers)
* insert Serves(RiskAssessment)
* insert Profiled(HrPolygenicRisk)
* insert Serves(ServiceRequest)
* insert Profiled(HrGeneticOrder)
* insert Serves(Specimen)
* insert Profiled(HrSpecimen)
* insert Serves(Task)
* insert Profiled(HrFollowUp)
* insert Profiled(HrRightsRequest)
* insert Profiled(HrPrivacyTask)
* insert Profiled(HrEhrLaunch)
* insert Offers(review)
* insert Offers(close-case)
* insert Offers(privacy-desk)
* insert Profiled(HrStandaloneLaunch)
