CodeSystem: ClinicRole
Id: clinic-role
Title: "Roles in and towards a clinic"
Description: "What a person may be in, or towards, a clinic. Access is decided by these."
* insert OwnCodes
* #surgeon "Surgeon"
* #dermatologist "Dermatologist"
* #trichologist "Trichologist"
* #nurse "Nurse"
* #technician "Technician"
* #reception "Reception"
* #billing "Billing"
* #marketing "Marketing"
* #manager "Manager"
* #administrator "Administrator"
* #privacy-officer "Privacy officer"
* #researcher "Researcher"
* #laboratory "Laboratory"
* #imaging-vendor "Imaging vendor"
* #analytics-vendor "Analytics vendor"
* #external-clinician "Clinician of another practice"

ValueSet: ClinicRoles
Id: clinic-role
Title: "Roles in and towards a clinic"
Description: "All roles."
* insert OwnSet
* include codes from system ClinicRole

CodeSystem: Charge
Id: charge
Title: "Charges"
Description: "What an invoice names; never why."
* insert OwnCodes
* #first-visit "First visit"
* #follow-up "Follow-up visit"
* #hair-transplant "Hair transplant"
* #treatment-session "Treatment session"

CodeSystem: Label
Id: label
Title: "Labels of our own"
Description: "Security labels for what HL7 has no code for."
* insert OwnCodes
* #PHOTOID "Picture in which a person can be recognised"
* #SCALP "Picture of scalp or skin without a face"

CodeSystem: Tags
Id: tag
Title: "Tags"
Description: "Marks without meaning for access."
* insert OwnCodes
* #synthetic "Invented by a generator"
