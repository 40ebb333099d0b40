RuleSet: Disclosed
* insert Recorded
* type = $DCM#110106
* subtype[disclosure] = $Lifecycle#disclose
* action = #R
* outcome = #0
* agent[source].type = $DCM#110153
* agent[source].who = Reference(Device/strand)
* agent[source].requestor = false
* agent[source].network.address = "record.example"
* agent[source].network.type = #1
* agent[recipient].type = $DCM#110152
* agent[recipient].requestor = false
* agent[recipient].network.type = #5
* insert AnaEntity
* entity[data].type = $AuditEntity#2

Instance: scan-to-vendor
InstanceOf: HrDisclosure
Usage: #example
Description: "A scan went to the imaging vendor."
* insert Disclosed
* purposeOfEvent = $ActReason#HOPERAT
* agent[recipient].who = Reference(Organization/imaging-vendor)
* agent[recipient].network.address = "https://images.example"
* entity[data].what = Reference(Media/ana-vertex-scan)

Instance: panel-to-practice
InstanceOf: HrDisclosure
Usage: #example
Description: "A panel went to another practice, by Ana's leave."
* insert Disclosed
* purposeOfEvent = $ActReason#TREAT
* agent[recipient].who = Reference(Organization/other-practice)
* agent[recipient].network.address = "https://practice.example/fhir"
* agent[authorizer].type = $SCT#429577009
* agent[authorizer].who = Reference(Patient/ana)
* agent[authorizer].requestor = true
* entity[data].what = Reference(Observation/ana-vertex-panel)

Instance: panel-provenance
InstanceOf: HrProvenance
Usage: #example
Description: "A panel was made by Tom with software, from a picture."
* insert Example(N)
* target = Reference(Observation/ana-vertex-panel)
* recorded = "2024-06-24T09:25:00+02:00"
* activity = $DataOperation#CREATE
* agent[+].who = Reference(Practitioner/tom)
* agent[+].who = Reference(Device/analysis-software)
* entity.role = #source
* entity.what = Reference(Media/ana-vertex-scan)

Instance: correction-provenance
InstanceOf: HrProvenance
Usage: #example
Description: "A diagnosis was corrected; what stood there before stays recognisable."
* insert Example(N)
* target = Reference(Condition/ana-hair-loss)
* recorded = "2024-07-01T10:00:00+02:00"
* activity = $DataOperation#UPDATE
* agent.who = Reference(Practitioner/sora)
* entity.role = #revision
* entity.what = Reference(Condition/ana-hair-loss/_history/1)
