Profile: HrPractitioner
Parent: Practitioner
Id: hr-practitioner
Title: "Person who works in or for a clinic"
Description: "A person, apart from the roles the person has."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-practitioner|1.1.0)
* insert Complies(http://hl7.org/fhir/us/core/StructureDefinition/us-core-practitioner|8.0.0)
* insert Labelled
* identifier 1..* MS
* identifier.system 1..1
* identifier.value 1..1
* active MS
* name 1..* MS
* name.family 1..1 MS
* photo 0..0

Profile: HrPractitionerRole
Parent: PractitionerRole
Id: hr-practitioner-role
Title: "Role of a person"
Description: "What somebody may be in, or towards, a clinic, and since when. Access is decided by these, as they are now."
* insert Labelled
* active 1..1 MS
* period 1..1 MS
* period.start 1..1
* practitioner 1..1 MS
* organization 1..1 MS
* code 1..* MS
* code from ClinicRoles (required)

Profile: HrOrganization
Parent: Organization
Id: hr-organization
Title: "Clinic, laboratory, vendor or other party"
Description: "A party that records are kept by, sent to or come from."
* insert Labelled
* identifier 1..* MS
* identifier.system 1..1
* identifier.value 1..1
* active 1..1 MS
* type 1..* MS
* name 1..1 MS

Profile: HrCareTeam
Parent: CareTeam
Id: hr-care-team
Title: "Care team"
Description: "Who treats the patient, in which role and from when to when. A treatment relation begins and ends with these periods."
* insert Labelled
* status 1..1 MS
* subject 1..1 MS
* subject only Reference(Patient)
* managingOrganization 1..1 MS
* participant 1..* MS
* participant obeys hr-team-1
* participant.role 1..1 MS
* participant.role from ClinicRoles (required)
* participant.member 1..1 MS
* participant.period 1..1 MS
* participant.period.start 1..1

Invariant: hr-team-1
Description: "a member is a person or an organization, not another team"
Expression: "member.reference.exists() implies member.reference.contains('CareTeam/').not()"
Severity: #error
