Profile: HrAppointment
Parent: Appointment
Id: hr-appointment
Title: "Appointment"
Description: "When somebody comes. Never why: the desk reads it, and an alopecia areata follow-up is a diagnosis."
* insert Labelled
* start 1..1 MS
* end 1..1 MS
* participant MS
* participant.actor 1..1
* reasonCode 0..0
* reasonReference 0..0
* supportingInformation 0..0
* obeys hr-visit-1

Profile: HrEncounter
Parent: Encounter
Id: hr-encounter
Title: "Visit"
Description: "That a visit took place, when, with whom. Reasons and diagnoses stand in records of their own, which the desk does not read."
* insert Labelled
* class MS
* subject 1..1 MS
* subject only Reference(Patient)
* period 1..1 MS
* period.start 1..1
* participant MS
* serviceProvider 1..1 MS
* reasonCode 0..0
* reasonReference 0..0
* diagnosis 0..0

Invariant: hr-visit-1
Description: "no more than one of the participants is a patient"
Expression: "participant.where(actor.reference.contains('Patient/')).count() <= 1"
Severity: #error
