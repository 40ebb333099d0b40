RuleSet: AnaConsent(kind, direction, type, purpose)
* insert Example(N)
* scope = $ConsentScope#patient-privacy
* category[document].coding = $LNC#59284-0
* category[kind].coding = ConsentKind#{kind}
* patient = Reference(Patient/ana)
* dateTime = "2024-06-24"
* performer = Reference(Patient/ana)
* organization = Reference(Organization/clinic)
* sourceAttachment.language = #en
* sourceAttachment.title = "Form signed at the clinic"
* policy.uri = "https://strand.health/policy/{kind}-1"
* policyRule = $ActCode#{direction}
* provision.type = #{type}
* provision.purpose = $ActReason#{purpose}
* provision.period.start = "2024-06-24"

Instance: ana-imaging
InstanceOf: HrConsent
Usage: #example
Description: "Scans for treatment by the care team, but nothing about genetics."
* insert AnaConsent(imaging, OPTIN, permit, TREAT)
* status = #active
* provision.securityLabel = $Confidentiality#R
* provision.actor.role = $Participation#IRCP
* provision.actor.reference = Reference(CareTeam/ana-team)
* provision.provision.type = #deny
* provision.provision.securityLabel = $ActCode#GDIS

Instance: ana-genetics
InstanceOf: HrConsent
Usage: #example
Description: "A genetic test, withdrawn since."
* insert AnaConsent(genetics, OPTIN, permit, TREAT)
* status = #inactive
* provision.securityLabel = $ActCode#GDIS
* provision.actor.role = $Participation#IRCP
* provision.actor.reference = Reference(CareTeam/ana-team)

Instance: ana-marketing
InstanceOf: HrConsent
Usage: #example
Description: "No letters and no calls from marketing."
* insert AnaConsent(marketing-contact, OPTOUT, deny, HMARKT)
* status = #active
* provision.securityLabel = $Confidentiality#N

Instance: ana-pictures
InstanceOf: HrConsent
Usage: #example
Description: "Changed copies of pictures may be shown in public."
* insert AnaConsent(marketing, OPTIN, permit, HMARKT)
* status = #active
* provision.securityLabel = $Confidentiality#N

Instance: ana-other-practice
InstanceOf: HrExtendedConsent
Usage: #example
Description: "Another practice may read, apart from pictures, apart from one of them."
* insert AnaConsent(other-clinic, OPTIN, permit, TREAT)
* status = #active
* provision.action = http://terminology.hl7.org/CodeSystem/consentaction#access
* provision.provision.type = #deny
* provision.provision.class = http://hl7.org/fhir/resource-types#Media
* provision.provision.provision.type = #permit
* provision.provision.provision.data.meaning = #instance
* provision.provision.provision.data.reference = Reference(Media/ana-vertex-scan)

Instance: ana-research
InstanceOf: HrExtendedConsent
Usage: #example
Description: "Measurements for research, pictures not."
* insert AnaConsent(research, OPTIN, permit, HRESCH)
* scope = $ConsentScope#research
* status = #active
* provision.code = Trichometry#trichometry-panel

Instance: ana-refusal
InstanceOf: HrExtendedConsent
Usage: #example
Description: "No video of her for teaching."
* insert AnaConsent(teaching, OPTOUT, deny, TRAIN)
* status = #active
* provision.class = http://hl7.org/fhir/resource-types#Media
