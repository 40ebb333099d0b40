Alias: $AuthZ = https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType
Alias: $BalpEntity = https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType
Alias: $BalpAgent = https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes
Alias: $Restful = http://hl7.org/fhir/restful-interaction
Alias: $SecurityRole = http://terminology.hl7.org/CodeSystem/extra-security-role-type

RuleSet: ByType(element, rules)
* {element} ^slicing.discriminator.type = #pattern
* {element} ^slicing.discriminator.path = "type"
* {element} ^slicing.rules = #{rules}

RuleSet: PatientEntity
* entity[patient].type = $AuditEntity#1
* entity[patient].role 1..1
* entity[patient].role = $ObjectRole#1
* entity[patient].what 1..1
* entity[patient].what only Reference(Patient)

Profile: HrReadEvent
Parent: AuditEvent
Id: hr-read-event
Title: "Record of a read"
Description: "Somebody was shown a resource of a patient. Written only for what was really shown; holds ids, never content."
* insert Complies(https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead|1.1.4)
* type = $AuditType#rest
* subtype 1..*
* action 1..1
* action = #R
* outcome 1..1
* outcome = #0
* agent 2..*
* insert ByType(agent, open)
* agent contains client 1..1 MS and server 1..1 MS and user 0..1 MS
* agent[client].type = $DCM#110152
* agent[client].who 1..1
* agent[client].network 1..1
* agent[client].media 0..0
* agent[server].type = $DCM#110153
* agent[server].who 1..1
* agent[server].network 1..1
* agent[server].media 0..0
* agent[user].type = $Participation#IRCP
* agent[user].who 1..1
* agent[user].requestor = true
* agent[user].role MS
* agent[user].media 0..0
* agent[user].network 0..0
* agent[user].purposeOfUse MS
* entity 2..*
* insert ByType(entity, open)
* entity contains patient 1..1 MS and data 1..1 MS and transaction 0..1
* insert PatientEntity
* entity[data].type = $AuditEntity#2
* entity[data].role 1..1
* entity[data].role = $ObjectRole#4
* entity[data].what 1..1
* entity[transaction].type = $BalpEntity#XrequestId
* entity[transaction].what 1..1
* entity[transaction].what.identifier 1..1
* entity[transaction].what.identifier.value 1..1

Profile: HrConsentDecision
Parent: AuditEvent
Id: hr-consent-decision
Title: "Record of a decision by consent"
Description: "Access was permitted or denied because of what a patient has decided. A decision taken without any consent is recorded otherwise (AuthZ-Role)."
* insert Complies(https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.AuthZconsent|1.1.4)
* obeys hr-audit-1 and hr-audit-2
* modifierExtension 0..0
* type = $DCM#110113
* subtype 1..1
* subtype = $AuthZ#AuthZ-Consent
* action 1..1
* action = #E
* outcome 1..1 MS
* outcomeDesc MS
* outcomeDesc ^short = "The rule that decided, by its id"
* purposeOfEvent MS
* agent 4..*
* insert ByType(agent, open)
* agent contains client 1..1 and user 1..1 and userorg 1..1 and authorizer 1..1
* agent[client].type = $DCM#110150
* agent[client].who 1..1
* agent[client].network 1..1
* agent[client].role 0..0
* agent[client].altId 0..0
* agent[client].name 0..0
* agent[client].location 0..0
* agent[client].media 0..0
* agent[client].purposeOfUse 0..0
* agent[user].type = $Participation#IRCP
* agent[user].who 1..1
* agent[user].requestor = true
* agent[user].altId 0..0
* agent[user].location 0..0
* agent[user].media 0..0
* agent[user].network 0..0
* agent[userorg].type = $RoleClass#PROV
* agent[userorg].who 1..1
* agent[userorg].requestor = false
* agent[authorizer].type = $SecurityRole#authserver
* agent[authorizer].who 1..1
* agent[authorizer].requestor = false
* entity 2..*
* insert ByType(entity, closed)
* entity contains patient 1..1 and consent 1..* and token 0..1
* insert PatientEntity
* entity[consent].type = http://hl7.org/fhir/resource-types#Consent
* entity[consent].what 1..1
* entity[token].type = $BalpAgent#UserOauthAgent
* entity[token].what 1..1
* entity[token].what.identifier 1..1
* entity[token].what.identifier.value 1..1

Invariant: hr-audit-1
Description: "a denial names the rule that denied"
Expression: "outcome != '0' implies outcomeDesc.exists()"
Severity: #error

Invariant: hr-audit-2
Description: "whoever decided is the one that recorded it"
Expression: "agent.where(type.coding.exists(code = 'authserver')).who.reference = source.observer.reference"
Severity: #error
