Instance: sora
InstanceOf: HrPractitioner
Usage: #example
Description: "A surgeon."
* insert Example(N)
* identifier.system = "urn:strand:demo"
* identifier.value = "sora"
* active = true
* name.family = "Lind"
* name.given = "Sora"

Instance: tom
InstanceOf: HrPractitioner
Usage: #example
Description: "A technician."
* insert Example(N)
* identifier.system = "urn:strand:demo"
* identifier.value = "tom"
* name.family = "Weiss"

Instance: sora-surgeon
InstanceOf: HrPractitionerRole
Usage: #example
Description: "Sora is a surgeon of the clinic."
* insert Example(N)
* active = true
* period.start = "2021-03-16"
* practitioner = Reference(Practitioner/sora)
* organization = Reference(Organization/clinic)
* code = ClinicRole#surgeon

Instance: tom-technician
InstanceOf: HrPractitionerRole
Usage: #example
Description: "Tom was a technician of the clinic for a year."
* insert Example(N)
* active = false
* period.start = "2021-03-16"
* period.end = "2022-03-15"
* practitioner = Reference(Practitioner/tom)
* organization = Reference(Organization/clinic)
* code = ClinicRole#technician

Instance: clinic
InstanceOf: HrOrganization
Usage: #example
Description: "The clinic."
* insert Example(N)
* identifier.system = "urn:strand:demo"
* identifier.value = "clinic"
* active = true
* type = http://terminology.hl7.org/CodeSystem/organization-type#prov
* name = "Haarwerk Clinic"

Instance: laboratory
InstanceOf: HrOrganization
Usage: #example
Description: "The genetics laboratory."
* insert Example(N)
* identifier.system = "urn:strand:demo"
* identifier.value = "laboratory"
* active = true
* type = http://terminology.hl7.org/CodeSystem/organization-type#bus
* name = "Genlabor"

Instance: ana-team
InstanceOf: HrCareTeam
Usage: #example
Description: "A surgeon and a technician treat Ana."
* insert Example(N)
* status = #active
* subject = Reference(Patient/ana)
* managingOrganization = Reference(Organization/clinic)
* participant[+].role = ClinicRole#surgeon
* participant[=].member = Reference(Practitioner/sora)
* participant[=].period.start = "2024-06-24"
* participant[+].role = ClinicRole#technician
* participant[=].member = Reference(Practitioner/tom)
* participant[=].period.start = "2024-06-24"

Instance: ben-team
InstanceOf: HrCareTeam
Usage: #example
Description: "The treatment of Ben has ended."
* insert Example(N)
* status = #inactive
* subject = Reference(Patient/ben)
* managingOrganization = Reference(Organization/clinic)
* participant.role = ClinicRole#surgeon
* participant.member = Reference(Practitioner/sora)
* participant.period.start = "2024-12-20"
* participant.period.end = "2025-12-20"
