RuleSet: Operation(id, name, code, resource, affects)
* url = "https://strand.health/fhir/OperationDefinition/{id}"
* name = "{name}"
* status = #active
* experimental = false
* kind = #operation
* code = #{code}
* resource = #{resource}
* affectsState = {affects}
* system = false

RuleSet: In(name, min, type, text)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "1"
* parameter[=].type = #{type}
* parameter[=].documentation = "{text}"

RuleSet: Out(type, text)
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #{type}
* parameter[=].documentation = "{text}"

Instance: trichometry-trend
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(trichometry-trend, TrichometryTrend, trichometry-trend, Observation, false)
* description = "One number of one zone over time: points with their error band, broken where the comparability key changes, and published reference lines. Arithmetic on what the requester may see, and no verdict."
* type = true
* instance = false
* insert In(patient, 1, string, [[Reference to the patient]])
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(metric, 1, code, [[Code of the trichometry component]])
* insert In(method, 0, code, [[Only this scan method]])
* insert Out(Parameters, [[Series of points; first, last and difference; smallest detectable change]])

Instance: analyze-scan
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(analyze-scan, AnalyzeScan, analyze-scan, Media, true)
* description = "Counts hairs in a picture and stores a preliminary panel by the method automated-unverified. Off unless switched on; a demonstrator of the record's flow and not a clinical number."
* type = false
* instance = true
* insert Out(Observation, [[The preliminary panel]])

Instance: before-after
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(before-after, BeforeAfter, before-after, Patient, false)
* description = "Two pictures of one zone that may be put side by side, or the reason why they may not: another preparation, another light, more than five percent difference in pixels per millimetre."
* type = false
* instance = true
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(first, 0, date, [[Day of the earlier picture; the first there is by default]])
* insert In(second, 0, date, [[Day of the later picture; the last there is by default]])
* insert Out(Parameters, [[Two references to Media, or an OperationOutcome]])

Instance: donor-budget
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(donor-budget, DonorBudget, donor-budget, Patient, false)
* description = "What the donor areas still have to give, with the formula and everything that went into it."
* type = false
* instance = true
* insert In(safety-fraction, 0, decimal, [[Share in percent to compute with in place of the recorded one]])
* insert Out(Parameters, [[A budget for each donor zone]])

RuleSet: Gives(name, min, max, type, text)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = "{text}"

RuleSet: GivesConsentAndReceipt
* insert Gives(consent, 1, 1, Consent, [[The consent as it is stored now]])
* insert Gives(receipt, 0, 1, string, [[The receipt, a compact JWS; a consent that is only being asked for has none]])

RuleSet: Files
* insert In(consent, 1, Consent, [[What was decided; it may also be the body itself]])
* insert GivesConsentAndReceipt

RuleSet: Revokes
* insert In(patient, 0, Reference, [[Whose it is; of another patient there is no such consent]])
* insert In(reason, 0, CodeableConcept, [[Why; it is kept in the Provenance and is not in the receipt]])
* insert GivesConsentAndReceipt

Instance: file
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(file, FileConsent, file, Consent, true)
* title = "File a consent"
* description = "Stores a consent as a create does, under the same rules, and answers with it and a signed receipt. One of the same topic that was active ends."
* type = true
* instance = false
* insert Files

Instance: fileConsent
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(fileConsent, FileConsentAsFast, fileConsent, Consent, true)
* title = "File a consent, by its name in FAST"
* description = "The same as file, by the name HL7's FAST Scalable Consent Management gives it. Documents beside the consent are not taken; what was signed is named in its source."
* type = true
* instance = false
* insert Files

Instance: revoke
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(revoke, RevokeConsent, revoke, Consent, true)
* title = "Withdraw a consent"
* description = "Sets a consent inactive, as an update would, and answers with it and a signed receipt of what stopped. It holds for the first request that begins after the answer; a second time changes nothing and answers the same."
* type = false
* instance = true
* insert Revokes

Instance: revokeConsent
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(revokeConsent, RevokeConsentAsFast, revokeConsent, Consent, true)
* title = "Withdraw a consent, by its name in FAST"
* description = "The same as revoke, by the name HL7's FAST Scalable Consent Management gives it. The address or the parameter names the consent, not both."
* type = true
* instance = true
* insert In(consent, 0, Reference, [[The consent, where the address does not name it]])
* insert Revokes

Instance: receipt
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(receipt, ConsentReceipt, receipt, Consent, false)
* title = "Receipts of a consent"
* description = "The signed receipts of all that became of a consent, the earliest first."
* type = false
* instance = true
* insert Gives(receipt, 0, *, string, [[A receipt, a compact JWS]])

Instance: accounting-of-disclosures
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(accounting-of-disclosures, AccountingOfDisclosures, accounting-of-disclosures, Patient, false)
* title = "Accounting of disclosures"
* description = "What of a patient's data went to apps of somebody else, to whom, when and why. For the patient, who acts for them and the privacy officer. By the header Accept it is also given as text/csv, and as a page to be read, text/html."
* type = false
* instance = true
* insert In(start, 0, dateTime, [[From when on; six years ago by default]])
* insert In(end, 0, dateTime, [[Until when, and including that; now by default]])
* insert In(purpose, 0, code, [[Only for this purpose, a code of v3-ActReason]])
* insert In(recipient, 0, string, [[Only to this app, by its client id]])
* insert Out(Bundle, [[A searchset of AuditEvents, the newest first]])

Instance: verify
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(verify, VerifyAuditTrail, verify, AuditEvent, false)
* title = "Verify the audit trail"
* description = "Reckons the chain of the audit trail anew and says where it is not as it was recorded: an entry that was changed, removed, put in or moved. For the privacy officer and the clinic's own systems."
* type = true
* instance = false
* insert Gives(sound, 1, 1, boolean, [[Whether nothing is wrong]])
* insert Gives(entries, 1, 1, integer, [[How many entries are in the chain]])
* insert Gives(heads, 1, 1, integer, [[How many days are signed]])
* insert Gives(removed-until, 0, 1, date, [[The last day of which the entries were taken away when their time was over]])
* parameter[+].name = #fault
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What is wrong, for the first hundred places where something is"
* parameter[=].part[+].name = #kind
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "hash-differs, columns-differ, event-missing, event-not-in-chain, place-missing, end-differs or head-differs"
* parameter[=].part[+].name = #sequence
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #integer
* parameter[=].part[=].documentation = "The place in the chain"
* parameter[=].part[+].name = #event
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #id
* parameter[=].part[=].documentation = "The id of the AuditEvent"
* parameter[=].part[+].name = #day
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #date
* parameter[=].part[=].documentation = "The day of the chain"
