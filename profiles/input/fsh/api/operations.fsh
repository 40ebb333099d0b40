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

Instance: break-glass
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(break-glass, BreakGlass, break-glass, Patient, true)
* title = "Open a record in an emergency"
* description = "Opens the record of one patient to somebody of the clinic who treats but not this patient: for reading, for one hour. Faces, genetic data and what the patient keeps closed in emergencies stay closed; a patient who keeps everything closed is answered for like one who never was. The patient is told and the privacy officer reviews it. It takes a strong log-in of the last five minutes; every other refusal is the same."
* type = false
* instance = true
* insert In(reason, 1, code, [[A code of emergency-reason]])
* insert In(explanation, 1, string, [[Why, in one's own words: 20 characters at least]])
* insert Gives(until, 1, 1, instant, [[Until when]])
* insert Gives(notice, 1, 1, string, [[What is open and what is not]])

Instance: emergencies
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(emergencies, Emergencies, emergencies, Patient, false)
* title = "Emergencies in which a record was opened"
* description = "Who opened a record in an emergency, when, why and what the review said, the latest first; without a patient those that wait for a review, the earliest first. For the patient, who acts for the patient, and the privacy officer."
* type = true
* instance = true
* parameter[+].name = #emergency
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "One emergency"
* insert Part(identifier, 1, uri, [[The identifier of the Task of its review]])
* insert Part(patient, 1, id, [[Whose record it was]])
* insert Part(person, 1, Reference, [[Who opened the record]])
* insert Part(reason, 1, code, [[A code of emergency-reason]])
* insert Part(explanation, 1, string, [[Why, in the person's own words]])
* insert Part(start, 1, instant, [[From when]])
* insert Part(end, 1, instant, [[Until when it was, or is, open]])
* insert Part(outcome, 0, code, [[What the review said: justified or unjustified]])
* insert Part(reviewed, 0, instant, [[When it was reviewed]])

RuleSet: Part(name, min, type, text)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #{type}
* parameter[=].part[=].documentation = "{text}"

Instance: review
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(review, ReviewEmergency, review, Task, true)
* title = "Review an emergency"
* description = "Keeps what the privacy officer says of a record that was opened in an emergency, ends the Task and tells the patient. Whoever opened one without need has no record open in an emergency any more, and can open none until another review of the same says otherwise."
* type = false
* instance = true
* insert In(outcome, 1, code, [[justified or unjustified]])
* insert Gives(task, 1, 1, Task, [[The Task as it is now]])
