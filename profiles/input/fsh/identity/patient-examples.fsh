Instance: ana
InstanceOf: HrPatient
Usage: #example
Description: "A patient with a Fitzpatrick type and a hair colour."
* insert Example(N)
* identifier.system = "urn:strand:clinic-number"
* identifier.value = "P00001"
* active = true
* name.family = "Ruiz"
* name.given = "Ana"
* gender = #female
* birthDate = "1988-02-11"
* extension[fitzpatrick].valueCodeableConcept = $NCIT#C74571
* extension[hairColor].valueCodeableConcept = HairColorCodes#dark-brown
* extension[hairType].valueCodeableConcept = HairTypeCodes#wavy

Instance: ben
InstanceOf: HrPatient
Usage: #example
Description: "A patient with no more than what is required, and the sex his scale is chosen by."
* insert Example(N)
* identifier.system = "urn:strand:clinic-number"
* identifier.value = "P00002"
* name.family = "Okafor"
* gender = #male
* birthDate = "1982-01-30"
* extension[clinicalSex].valueCode = #male
