RuleSet: Recorded
* recorded = "2024-06-25T08:00:00Z"
* source.observer = Reference(Device/strand)
* source.type = http://terminology.hl7.org/CodeSystem/security-source-type#4

RuleSet: AnaEntity
* entity[patient].type = $AuditEntity#1
* entity[patient].role = $ObjectRole#1
* entity[patient].what = Reference(Patient/ana)

RuleSet: ReadAgents
* agent[client].type = $DCM#110152
* agent[client].who.identifier.value = "strand-app"
* agent[client].requestor = false
* agent[client].network.address = "192.0.2.7"
* agent[client].network.type = #2
* agent[server].type = $DCM#110153
* agent[server].who = Reference(Device/strand)
* agent[server].requestor = false
* agent[server].network.address = "https://record.example/fhir"
* agent[server].network.type = #5
* agent[user].type = $Participation#IRCP
* agent[user].requestor = true

RuleSet: Read
* insert Recorded
* type = $AuditType#rest
* action = #R
* outcome = #0
* insert ReadAgents
* insert AnaEntity
* entity[data].type = $AuditEntity#2
* entity[data].role = $ObjectRole#4

Instance: sora-read-scan
InstanceOf: HrReadEvent
Usage: #example
Description: "Sora was shown a scan."
* insert Read
* subtype = $Restful#read
* agent[user].who = Reference(Practitioner/sora)
* agent[user].role = ClinicRole#surgeon
* agent[user].purposeOfUse = $ActReason#TREAT
* entity[data].what = Reference(Media/ana-vertex-scan)
* entity[transaction].type = $BalpEntity#XrequestId
* entity[transaction].what.identifier.value = "8b6c2f1a"

Instance: ana-read-panel
InstanceOf: HrReadEvent
Usage: #example
Description: "Ana was shown an old version of a panel of hers."
* insert Read
* subtype = $Restful#vread
* agent[user].who = Reference(Patient/ana)
* entity[data].what = Reference(Observation/ana-vertex-panel)

RuleSet: Decision
* insert Recorded
* type = $DCM#110113
* subtype = $AuthZ#AuthZ-Consent
* action = #E
* agent[client].type = $DCM#110150
* agent[client].who.identifier.value = "strand-app"
* agent[client].requestor = false
* agent[client].network.address = "192.0.2.7"
* agent[client].network.type = #2
* agent[user].type = $Participation#IRCP
* agent[user].requestor = true
* agent[userorg].type = $RoleClass#PROV
* agent[userorg].who = Reference(Organization/clinic)
* agent[userorg].requestor = false
* agent[authorizer].type = $SecurityRole#authserver
* agent[authorizer].who = Reference(Device/strand)
* agent[authorizer].requestor = false
* insert AnaEntity
* entity[consent].type = http://hl7.org/fhir/resource-types#Consent

Instance: tom-permitted
InstanceOf: HrConsentDecision
Usage: #example
Description: "Tom was permitted to see pictures, by a consent and with a token."
* insert Decision
* outcome = #0
* purposeOfEvent = $ActReason#TREAT
* agent[user].who = Reference(Practitioner/tom)
* entity[consent].what = Reference(Consent/ana-imaging)
* entity[token].type = $BalpAgent#UserOauthAgent
* entity[token].what.identifier.value = "urn:ietf:params:oauth:jti:4f2a"

Instance: mia-denied
InstanceOf: HrConsentDecision
Usage: #example
Description: "Mia was denied, and by which rule."
* insert Decision
* outcome = #8
* outcomeDesc = "consent-denies"
* purposeOfEvent = $ActReason#HMARKT
* agent[user].who = Reference(Practitioner/mia)
* entity[consent].what = Reference(Consent/ana-marketing)
