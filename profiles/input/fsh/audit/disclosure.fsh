Profile: HrDisclosure
Parent: AuditEvent
Id: hr-disclosure
Title: "Record of a disclosure"
Description: "Data of a patient left the clinic: to whom, why, by whose leave. The accounting of disclosures is made from these."
* insert Complies(https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source|1.1.4)
* obeys hr-audit-3
* modifierExtension 0..0
* type = $DCM#110106
* action 1..1
* action = #R
* subtype 1..* MS
* subtype ^slicing.discriminator.type = #pattern
* subtype ^slicing.discriminator.path = "$this"
* subtype ^slicing.rules = #open
* subtype contains disclosure 1..1
* subtype[disclosure] = $Lifecycle#disclose
* outcome 1..1
* purposeOfEvent 1..* MS
* agent 2..*
* insert ByType(agent, open)
* agent contains source 1..1 and recipient 1..1 and authorizer 0..1
* agent[source].type = $DCM#110153
* agent[source].who 1..1
* agent[source].network 1..1
* agent[recipient].type = $DCM#110152
* agent[recipient].who 1..1
* agent[recipient].network 1..1
* agent[authorizer].type = $SCT#429577009
* agent[authorizer].who 1..1
* entity 2..*
* insert ByType(entity, open)
* entity contains patient 1..1 and data 1..*
* insert PatientEntity
* entity[data].type = $AuditEntity#2
* entity[data].what 1..1

Invariant: hr-audit-3
Description: "whoever disclosed is the one that recorded it"
Expression: "agent.where(type.coding.exists(code = '110153')).who ~ source.observer"
Severity: #error

Profile: HrProvenance
Parent: Provenance
Id: hr-provenance
Title: "Provenance"
Description: "Who or what made a record, from what. An amended record keeps the one before it recognisable."
* insert Labelled
* target MS
* recorded MS
* activity 1..1 MS
* agent MS
* agent.who MS
* entity MS
* obeys hr-prov-1

Invariant: hr-prov-1
Description: "a revision names what it revised"
Expression: "activity.coding.exists(code = 'UPDATE') implies entity.exists(role = 'revision')"
Severity: #error
