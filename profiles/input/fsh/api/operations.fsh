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
* insert In(patient, 0, string, [[Reference to the patient; may be left out where no other record is in reach, as by a patient]])
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(metric, 1, code, [[Code of the trichometry component]])
* insert In(method, 0, code, [[Only this scan method]])
* insert Gives(zone, 1, 1, code, [[The zone]])
* insert Gives(metric, 1, 1, code, [[The number]])
* insert Gives(unit, 0, 1, code, [[Its UCUM unit; none where there is no point]])
* insert GivesParts(point, 0, *, [[One measurement, the earliest first]])
* insert Part(panel, 1, 1, Reference, [[The panel it stands in]])
* insert Part(time, 1, 1, instant, [[When it was taken]])
* insert Part(value, 1, 1, decimal, [[The number]])
* insert Part(low, 0, 1, decimal, [[Lower end of the band in which the true value lies with 95 percent; none where no error of the number is known]])
* insert Part(high, 0, 1, decimal, [[Upper end of it]])
* insert Part(variation, 0, 1, decimal, [[Within-subject coefficient of variation of the method, in percent]])
* insert Part(variation-source, 0, 1, code, [[How that is known, of uncertainty-source: test-retest where it is the clinic's own figure of panel or device]])
* insert Part(method, 1, 1, code, [[Scan method]])
* insert Part(key, 1, 1, string, [[Comparability key]])
* insert Part(pictures, 1, 1, integer, [[How many pictures it was taken from]])
* insert GivesParts(change, 0, *, [[From the first to the last of the points under one key]])
* insert Part(key, 1, 1, string, [[That key]])
* insert Part(first, 1, 1, instant, [[When the first was taken]])
* insert Part(last, 1, 1, instant, [[When the last was taken]])
* insert Part(difference, 1, 1, decimal, [[Last less first]])
* insert Part(percent, 1, 1, decimal, [[The same, of the first]])
* insert Part(detectable-percent, 0, 1, decimal, [[What the method alone reaches in one of twenty pairs]])
* insert GivesParts(reference-line, 2, 2, [[A published line to hold a change against]])
* insert Part(name, 1, 1, code, [[patient-notices or doctor-sees]])
* insert Part(percent, 1, 1, decimal, [[Change in percent]])
* insert Part(source, 1, 1, string, [[Where it is from]])
* insert Gives(panel, 0, *, Observation, [[The panels the points were read from]])

Instance: analyze-scan
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(analyze-scan, AnalyzeScan, analyze-scan, Media, true)
* description = "Counts hairs in a picture and stores a preliminary panel by the method automated-unverified. Off unless switched on; a demonstrator of the record's flow and not a clinical number."
* type = false
* instance = true
* insert Out(Observation, [[The preliminary panel]])

Instance: test-retest
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(test-retest, TestRetest, test-retest, Observation, false)
* title = "How repeatable a clinic measures"
* description = "How far one number varies by one device and method alone, from panels of the category test-retest: taken within a day, of the same spot, under one comparability key. Reckoned over the panels the requester may see and no others, with what is still needed before the figure can be used. Stored in the device by whoever keeps the registry, it takes the place of the assumed error in the trend."
* type = true
* instance = false
* insert In(device, 1, string, [[Reference to the device of the panels]])
* insert In(method, 1, code, [[Scan method]])
* insert In(metric, 1, code, [[Code of the trichometry component]])
* insert Gives(metric, 1, 1, code, [[The number]])
* insert Gives(method, 1, 1, code, [[The method]])
* insert Gives(pairs, 1, 1, integer, [[How many pairs there are; one of three measurements counts as two]])
* insert Gives(patients, 1, 1, integer, [[Of how many patients]])
* insert Gives(pairs-needed, 1, 1, integer, [[How many more are needed, of ten]])
* insert Gives(patients-needed, 1, 1, integer, [[Of how many more patients, of five]])
* insert Gives(unit, 0, 1, code, [[UCUM unit of the number]])
* insert Gives(standard-deviation, 0, 1, decimal, [[Within-subject standard deviation, in that unit]])
* insert Gives(variation, 0, 1, decimal, [[Within-subject coefficient of variation, in percent]])
* insert Gives(low, 0, 1, decimal, [[Lower end of its 95 percent confidence interval; none before nothing more is needed]])
* insert Gives(high, 0, 1, decimal, [[Upper end of it]])
* insert Gives(device, 0, 1, Device, [[The device with the figure in it, as it can be stored; none before nothing more is needed]])

Instance: rendered
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(rendered, RenderedPicture, rendered, Media, false)
* title = "A picture in the size it is looked at"
* description = "The file of a picture, no wider than asked for, upright, and without anything in it that is not seen. Given out as it is; as a Binary where FHIR is asked for. For whoever may see the picture and its file."
* type = false
* instance = true
* insert In(width, 0, integer, [[In pixels, from 16 to 4096; 1024 by default. A picture that is narrower stays as it is]])
* insert In(format, 0, code, [[image/png or image/jpeg; as the file is by default]])
* insert Out(Binary, [[The picture]])

Instance: de-identified
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(de-identified, DeidentifiedCopy, de-identified, Media, false)
* title = "The file of a picture without whose it is"
* description = "The file of a picture, made anew of its pixels. A PNG or JPEG says nothing else. In a DICOM file UIDs and the patient's name are put in the place of others, and days are earlier, by what the project determines: copies for one project belong together, and nobody can tell which of two projects do (PS3.15, Basic Application Confidentiality Profile with modified dates). Given out as it is; as a Binary where FHIR is asked for. For whoever may see the picture and its file. 422 where somebody could be recognised, or the pixels cannot be looked into."
* type = false
* instance = true
* insert In(project, 1, string, [[What the copies are for: letters, digits, dots, dashes and underscores, at most 64]])
* insert Out(Binary, [[The copy]])

Instance: link
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(link, LinkToPicture, link, Media, false)
* title = "An address that shows a picture for a minute"
* description = "An address under which a picture is fetched without a token, for what can send none, such as an img of a page. It is good for a minute at most, and whether whoever made it may see the picture and its file is decided again when it is fetched. Whatever keeps it from being shown, the answer is 404. With neither width nor format it leads to the file as it is."
* type = false
* instance = true
* insert In(width, 0, integer, [[As of rendered: in pixels, from 16 to 4096]])
* insert In(format, 0, code, [[As of rendered: image/png or image/jpeg]])
* insert Gives(url, 1, 1, url, [[The address; whoever has it sees the picture until it ends]])
* insert Gives(expires, 1, 1, instant, [[When it ends]])

Instance: before-after
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(before-after, BeforeAfter, before-after, Media, false)
* title = "Two pictures of before and after"
* description = "Two pictures of one zone that may be put side by side: the same view and modality, the same preparation and light, and no more than five percent difference in the size of a pixel. Where none may, the two that come closest and what keeps them apart. Of pictures the requester may see."
* type = true
* instance = false
* insert In(patient, 0, string, [[Reference to the patient; may be left out where no other record is in reach, as by a patient]])
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(view, 0, code, [[Only pictures of this view]])
* insert In(first, 0, date, [[Day near which the earlier one is sought; the first there is by default]])
* insert In(second, 0, date, [[Day near which the later one is sought; the last there is by default]])
* insert Gives(comparable, 1, 1, boolean, [[Whether they may be put side by side]])
* insert Gives(days, 0, 1, integer, [[Days between them]])
* insert GivesParts(difference, 0, *, [[One thing that keeps them apart]])
* insert Part(what, 1, 1, code, [[view, modality, pixel-size, or a part of the capture conditions]])
* insert Part(before, 0, 1, string, [[How it is in the earlier one]])
* insert Part(after, 0, 1, string, [[How it is in the later one]])
* insert Gives(before, 0, 1, Media, [[The earlier one; none where there are not two]])
* insert Gives(after, 0, 1, Media, [[The later one]])

Instance: intake-session
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(intake-session, IntakeSession, intake-session, ImagingStudy, true)
* title = "A session of pictures and measurements"
* description = "Stores a session in one transaction, or nothing of it. It is sent as multipart/form-data: a part session with a Bundle of Media, Observation and ImagingStudy resources of one patient, and a part for each file, which is the one of exactly one Media by content.url = cid: and the name of the part. Files are PNG, JPEG or DICOM. Answers 201 with a transaction-response, and 200 with what is stored where the same files of the same patient and time, taken for the same purposes, were sent before."
* type = true
* instance = false
* insert Out(Bundle, [[Where each resource is stored]])

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

RuleSet: GivesParts(name, min, max, text)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = "{text}"

RuleSet: Part(name, min, max, type, text)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].type = #{type}
* parameter[=].part[=].documentation = "{text}"

RuleSet: Reader
* insert Part(who, 0, 1, string, [[The person, as type/id]])
* insert Part(client, 0, 1, string, [[The app or back end]])
* insert Part(kind, 1, 1, code, [[patient, representative, staff or system]])
* insert Part(purpose, 1, 1, code, [[What for]])
* insert Part(role, 0, *, code, [[A role of the person that is there for the purpose]])
* insert Part(relation, 0, *, code, [[What the person is to the patient]])

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

Instance: preview
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(preview, PreviewConsent, preview, Consent, false)
* title = "Preview a consent"
* description = "What filing a consent would change and for whom, before it is signed: it is filed, everything that follows is decided, and all of it is undone. Refused like filing it. For the patient, whoever acts for them, and the privacy officer."
* type = true
* instance = false
* insert In(consent, 1, Consent, [[The consent; one in draft or proposed is looked at as if it were signed as it stands]])
* insert Gives(ends, 0, *, Reference, [[A consent whose place it would take]])
* insert GivesParts(reader, 0, *, [[Somebody who could ask: everybody with a role, who acts for the patient, and every app]])
* insert Reader
* insert Part(changes, 1, 1, boolean, [[Whether anything would change for them]])
* insert Part(class, 0, *, BackboneElement, [[A class of data of which something is there for them: code, before and after (whether such data is there as a rule), newly-visible, no-longer-visible and unchanged (resources of the record that are there for who asks)]])

Instance: explain-access
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(explain-access, ExplainAccess, explain-access, Patient, false)
* title = "Explain access"
* description = "Why somebody sees something of a record or does not: the same decision by which the database shows it or not. For the patient, whoever acts for them, and the privacy officer. With _format=html, or by the header Accept text/html, it is a page to be read."
* type = false
* instance = true
* insert In(resource, 1, string, [[A resource of the record as type/id, or the code of a class of data, by which data as it usually is in that class is meant]])
* insert In(who, 0, string, [[A person as type/id, or a body of people, all of whose members are meant. Without it and without client it is said in short about everybody who could ask]])
* insert In(client, 0, string, [[The app used, or the back end, by its client id]])
* insert In(purpose, 0, code, [[What for; by default everything the person's roles are there for]])
* insert In(action, 0, code, [[What is done; by default it is read]])
* insert GivesParts(decision, 0, *, [[A decision about one reader for one purpose]])
* insert Reader
* insert Part(resource, 0, 1, Reference, [[What is asked about, where it is one resource]])
* insert Part(class, 1, 1, code, [[The class of data]])
* insert Part(action, 1, 1, code, [[What is done]])
* insert Part(effect, 1, 1, code, [[permit or deny]])
* insert Part(rule, 1, 1, code, [[The rule that had the last word]])
* insert Part(why, 1, 1, code, [[A word for what the answer rests on]])
* insert Part(text, 1, 1, string, [[The answer and its reason in one sentence]])
* insert Part(until, 0, 1, instant, [[From when on the answer is another, as far as is known now]])
* insert Part(gated, 0, *, code, [[A sensitivity that a consent must name to open it]])
* insert Part(obligation, 0, *, code, [[What a permit obliges to]])
* insert Part(step, 0, *, BackboneElement, [[A rule in its order: number, rule, said (permit, deny, nothing or not-asked), decides, text, and because: why, effect, consent, provision]])
* insert Part(consent, 0, *, BackboneElement, [[A consent that takes part: reference, version, and vote: effect, why, provision]])
* insert Part(counterfactual, 0, *, BackboneElement, [[One of the smallest changes that would turn the answer, each confirmed by deciding again: effect, text, and change: kind, consent, label, purpose, role, at]])

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

RuleSet: Tells(name, max, text)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "{max}"
* parameter[=].documentation = "{text}"

Instance: privacy-summary
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(privacy-summary, PrivacySummary, privacy-summary, Patient, false)
* title = "Five questions a patient asks"
* description = "How is my data stored and protected, who has access, is it shared with others, how long is it kept, can I have it deleted: measured, asked of the decisions and reckoned anew for every call. For the patient, who acts for them and the privacy officer. As a page for people with `_format=html` or `Accept: text/html`, in English or German by `Accept-Language`."
* type = false
* instance = true
* insert Gives(patient, 1, 1, id, [[The patient it is about]])
* insert Tells(protection, 1, [[How it is protected: what could be measured, what the clinic has stated, and what is not known]])
* insert Part(measured, 1, 1, instant, [[When this was measured]])
* insert Part(database, 1, 1, string, [[The database and its version]])
* insert Part(checksums, 1, 1, boolean, [[Whether it checks every page it reads]])
* insert Part(databaseConnectionEncrypted, 1, 1, boolean, [[Whether the server's own connection to it is encrypted]])
* insert Part(databaseConnectionCipher, 0, 1, string, [[By what protocol and cipher]])
* insert Part(guardedTables, 1, 1, integer, [[Tables with data of patients in which the database itself hides rows from this connection]])
* insert Part(tables, 1, 1, integer, [[Tables with data of patients]])
* insert Part(https, 1, 1, boolean, [[Whether the address of the server is one of https]])
* insert Part(placeKnown, 1, 1, code, [[stated or not-stated]])
* insert Part(place, 0, 1, string, [[Where the clinic says it is]])
* insert Part(diskEncryptionKnown, 1, 1, code, [[stated or not-known; a server cannot measure it]])
* insert Part(diskEncryption, 0, 1, string, [[What the administrator states]])
* insert Part(backupKnown, 1, 1, code, [[seen or not-known]])
* insert Part(backup, 0, 1, instant, [[When the last backup was seen]])
* insert Part(recordCipher, 1, 1, string, [[By what bodies of resources and pictures are encrypted]])
* insert Part(recordMasterKey, 1, 1, string, [[Id of the key that wraps the keys they are encrypted with]])
* insert Part(notEncrypted, 1, 1, integer, [[Versions of resources about patients that are not encrypted yet, of everybody]])
* insert Part(pictures, 1, 1, code, [[How pictures are kept: encrypted]])
* insert Part(signingKey, 1, 1, string, [[Id of the key that signs receipts]])
* insert Part(signingKeySince, 1, 1, instant, [[Since when it does]])
* insert Tells(stored, *, [[What is there of a class of data]])
* insert Part(class, 1, 1, code, [[The class]])
* insert Part(items, 0, 1, integer, [[How many resources, or entries of the trail in twelve months; not told to the privacy officer of what that office does not read]])
* insert Part(changed, 0, 1, instant, [[When the last of it was changed]])
* insert Tells(canSee, *, [[That somebody can see data of a class now, by the decisions the server enforces]])
* insert Part(class, 1, 1, code, [[The class]])
* insert Part(kind, 1, 1, code, [[patient, representative, staff or system]])
* insert Part(who, 0, 1, Reference, [[The person]])
* insert Part(role, 0, *, code, [[In which roles]])
* insert Part(purpose, 1, 1, code, [[For what purpose of use]])
* insert Part(app, 0, 1, code, [[In whose app, where it is not the clinic's: processor, recipient or patient-app]])
* insert Part(client, 0, 1, string, [[In this app only]])
* insert Part(relation, 1, 1, code, [[self, representative, treating or none]])
* insert Part(extent, 1, 1, code, [[all or part of what is there]])
* insert Part(until, 0, 1, instant, [[When it ends by itself]])
* insert Part(because, 0, *, code, [[Why, where it rests on no consent]])
* insert Part(consent, 0, *, Reference, [[The consents it rests on]])
* insert Tells(didSee, *, [[Who was shown or did something in the last twelve months, by the audit trail]])
* insert Part(who, 0, 1, Reference, [[The person]])
* insert Part(kind, 1, 1, code, [[patient, representative, staff or system]])
* insert Part(role, 0, *, code, [[In which roles]])
* insert Part(purpose, 0, *, code, [[For what]])
* insert Part(client, 0, 1, string, [[In which app]])
* insert Part(times, 1, 1, integer, [[How often]])
* insert Part(first, 1, 1, instant, [[The first time]])
* insert Part(last, 1, 1, instant, [[The last time]])
* insert Tells(sharedWith, *, [[Somebody outside the clinic who can get data now, or got some in the last twelve months]])
* insert Part(who, 0, 1, Reference, [[The person]])
* insert Part(client, 0, 1, string, [[The app]])
* insert Part(organization, 0, 1, Reference, [[For whom the person works]])
* insert Part(country, 0, 1, string, [[Where that is]])
* insert Part(legalRole, 1, 1, code, [[recipient, processor or patient-app]])
* insert Part(purpose, 0, *, code, [[For what]])
* insert Part(class, 0, *, code, [[What can be got now]])
* insert Part(consent, 0, *, Reference, [[The consents it rests on now]])
* insert Part(times, 1, 1, integer, [[How often something was got]])
* insert Part(first, 0, 1, instant, [[The first time]])
* insert Part(last, 0, 1, instant, [[The last time]])
* insert Tells(kept, *, [[How long data of a class is kept]])
* insert Part(class, 1, 1, code, [[The class]])
* insert Part(period, 1, 1, code, [[As ISO 8601; not-known where nobody has read the law, no-rule where there is none]])
* insert Part(from, 0, 1, code, [[What it is reckoned from]])
* insert Part(event, 0, 1, date, [[The day of that]])
* insert Part(ends, 0, 1, date, [[The first day on which it need not be kept any more]])
* insert Part(rule, 0, 1, string, [[Where the rule comes from]])
* insert Part(checked, 0, 1, boolean, [[Whether somebody has read that]])
* insert Tells(erasable, *, [[Whether data of a class can be deleted]])
* insert Part(class, 1, 1, code, [[The class]])
* insert Part(state, 1, 1, code, [[nothing-held, now, from-a-day, after-withdrawal, after-use, unknown or not-shown]])
* insert Part(from, 0, 1, date, [[From which day on]])
* insert Part(reason, 0, 1, string, [[What keeps it until then]])
* insert Tells(ask, 1, [[Whom to ask]])
* insert Part(contact, 0, 1, string, [[How to reach the privacy officer]])
* insert Part(law, 1, 1, string, [[Whose law the rules are of]])
