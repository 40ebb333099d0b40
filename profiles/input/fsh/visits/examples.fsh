Instance: ana-first-appointment
InstanceOf: HrAppointment
Usage: #example
Description: "The first visit was kept."
* insert Example(N)
* status = #fulfilled
* description = "First visit"
* start = "2024-06-24T09:00:00+02:00"
* end = "2024-06-24T09:45:00+02:00"
* participant[+].actor = Reference(Patient/ana)
* participant[=].status = #accepted
* participant[+].actor = Reference(Practitioner/sora)
* participant[=].status = #accepted

Instance: ben-missed-appointment
InstanceOf: HrAppointment
Usage: #example
Description: "Ben did not come."
* insert Example(N)
* status = #noshow
* start = "2025-06-20T11:00:00+02:00"
* end = "2025-06-20T11:20:00+02:00"
* participant.actor = Reference(Patient/ben)
* participant.status = #accepted

Instance: ana-first-visit
InstanceOf: HrEncounter
Usage: #example
Description: "The visit at which Ana was scanned."
* insert Example(N)
* status = #finished
* class = $ActCode#AMB
* subject = Reference(Patient/ana)
* period.start = "2024-06-24T09:00:00+02:00"
* period.end = "2024-06-24T09:45:00+02:00"
* participant.type = $Participation#PPRF
* participant.individual = Reference(Practitioner/sora)
* serviceProvider = Reference(Organization/clinic)

Instance: ben-operation-day
InstanceOf: HrEncounter
Usage: #example
Description: "A visit that still lasts."
* insert Example(N)
* status = #in-progress
* class = $ActCode#AMB
* subject = Reference(Patient/ben)
* period.start = "2025-01-10T08:00:00+01:00"
* serviceProvider = Reference(Organization/clinic)
