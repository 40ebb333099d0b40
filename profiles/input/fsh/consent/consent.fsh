// What both consents of ours require
RuleSet: Decided
* insert Labelled
* obeys hr-cons-1
* status MS
* scope MS
* category 2..* MS
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains document 1..1 MS and kind 1..1 MS
* category[document].coding 1..1
* category[document].coding.system 1..1
* category[document].coding.system = $LNC
* category[document].coding.code 1..1
* category[document].coding.code = #59284-0
* category[kind].coding 1..1
* category[kind].coding.system 1..1
* category[kind].coding.system = "https://strand.health/fhir/CodeSystem/consent-kind"
* category[kind] from ConsentKinds (required)
* patient 1..1 MS
* dateTime 1..1 MS
* performer 1..* MS
* organization 1..* MS
* source[x] 1..1 MS
* policy 1..* MS
* policy.uri 1..1 MS
* policyRule 1..1 MS
* policyRule from ConsentDirection (required)
* policyRule ^comment = "R4 says what the base rule is here and forbids provision.type at the root; IHE PCF reads provision.type. Both are required, and they must agree."
* provision 1..1 MS
* provision.type MS
* provision.period MS
* provision.purpose MS
* provision.purpose from ConsentPurposes (required)
* provision.purpose ^comment = "Required, because a denial for a purpose nobody understands would deny nothing."
* provision.securityLabel MS
* provision.securityLabel from ConsentLabels (required)
* provision.actor MS
* provision.dataPeriod MS
* provision.data MS

Invariant: hr-cons-1
Description: "opting in permits, opting out denies"
Expression: "policyRule.coding.exists(code = 'OPTIN') = (provision.type = 'permit')"
Severity: #error

Profile: HrConsent
Parent: Consent
Id: hr-consent
Title: "Consent"
Description: "What a patient has decided about one use of the record. It speaks in labels, not in types and codes, so that other systems can enforce it."
* insert Complies(https://profiles.ihe.net/ITI/PCF/StructureDefinition/IHE.PCF.consentAdvanced|1.1.0)
* insert Decided
* scope = $ConsentScope#patient-privacy
* verification 0..0
* provision.type 1..1
* provision.action 0..0
* provision.class 0..0
* provision.code 0..0
* provision.actor.role = $Participation#IRCP
* provision.provision.type 1..1
* provision.provision.purpose from ConsentPurposes (required)
* provision.provision.securityLabel from ConsentLabels (required)
* provision.provision.actor.role = $Participation#IRCP
* provision.provision.action 0..0
* provision.provision.class 0..0
* provision.provision.code 0..0
* provision.provision.provision 0..0

// provision.type is a rule here and no cardinality: validators disagree on whether one would hold at every depth
Profile: HrExtendedConsent
Parent: Consent
Id: hr-extended-consent
Title: "Consent in more detail"
Description: "For what labels cannot say: single types, codes, actions and exceptions from exceptions. Used inside a clinic only; it leaves only as far as it can be said in labels without widening."
* insert Decided
* obeys hr-cons-2 and hr-cons-3
* scope from ConsentScopes (required)

Invariant: hr-cons-2
Description: "provisions are nested no deeper than eight"
Expression: "provision.provision.provision.provision.provision.provision.provision.provision.provision.empty()"
Severity: #error

Invariant: hr-cons-3
Description: "every nested provision permits or denies"
Expression: "provision.repeat(provision).all(type.exists())"
Severity: #error

ValueSet: ConsentScopes
Id: consent-scope
Title: "Scopes of consent"
Description: "Privacy and research."
* insert OwnSet
* $ConsentScope#patient-privacy
* $ConsentScope#research
