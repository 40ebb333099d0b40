Profile: HrPatient
Parent: Patient
Id: hr-patient
Title: "Patient of a hair clinic"
Description: "Who the patient is. No picture: a face in an unlabelled attachment could not be withheld."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-patient|1.1.0)
* insert Complies(http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|8.0.0)
* insert Labelled
* identifier 1..* MS
* identifier ^short = "The number the clinic gives; no national number unless a law asks for it"
* identifier.system 1..1
* identifier.value 1..1
* active MS
* name 1..* MS
* name obeys hr-name-1
* birthDate 1..1 MS
* gender 1..1 MS
* gender ^comment = "Administrative gender. Which grading scale fits follows clinical sex, where it is recorded."
* photo 0..0
* photo ^short = "Forbidden: pictures of a face are Media with their own labels"
* link MS
* extension contains
    Fitzpatrick named fitzpatrick 0..1 MS and
    HairColor named hairColor 0..1 and
    HairType named hairType 0..1 and
    ClinicalSex named clinicalSex 0..1

Invariant: hr-name-1
Description: "a name has a family name, a given name or a text"
Expression: "family.exists() or given.exists() or text.exists()"
Severity: #error

Extension: Fitzpatrick
Id: fitzpatrick
Title: "Fitzpatrick skin type"
Description: "How the skin takes the sun, I to VI; contrast between skin and hair decides how well hairs are counted."
Context: Patient
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from FitzpatrickSkinType (required)

Extension: HairColor
Id: hair-color
Title: "Hair colour"
Description: "Natural colour of the hair; light hair on light skin is undercounted."
Context: Patient
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HairColors (required)

Extension: HairType
Id: hair-type
Title: "Hair type"
Description: "Shape of the hair; curled hair hides its neighbours and its angle under the skin matters to the surgeon."
Context: Patient
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HairTypes (required)

Extension: ClinicalSex
Id: clinical-sex
Title: "Sex for clinical use"
Description: "The sex by which a grading scale is chosen and an X-linked marker is read."
Context: Patient
* value[x] 1..1
* value[x] only code
* valueCode from http://hl7.org/fhir/ValueSet/administrative-gender (required)
