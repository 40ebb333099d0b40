Extension: WithheldFromPatient
Id: withheld-from-patient
Title: "Withheld from the patient"
Description: "Why a clinician keeps this from the patient for now, since when and who. It goes with the label NOPAT or TBOO, is given once, and ends thirty days after its date; then the patient sees the record and this reason with it."
Context: DomainResource
* extension contains since 1..1 MS and reason 1..1 MS and by 1..1 MS
* extension[since].value[x] 1..1
* extension[since].value[x] only dateTime
* extension[reason].value[x] 1..1
* extension[reason].value[x] only string
* extension[by].value[x] 1..1
* extension[by].value[x] only Reference(Practitioner or PractitionerRole)
