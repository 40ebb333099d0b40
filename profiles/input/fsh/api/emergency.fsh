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
* insert Part(identifier, 1, 1, uri, [[The identifier of the Task of its review]])
* insert Part(patient, 1, 1, id, [[Whose record it was]])
* insert Part(person, 1, 1, Reference, [[Who opened the record]])
* insert Part(reason, 1, 1, code, [[A code of emergency-reason]])
* insert Part(explanation, 1, 1, string, [[Why, in the person's own words]])
* insert Part(start, 1, 1, instant, [[From when]])
* insert Part(end, 1, 1, instant, [[Until when it was, or is, open]])
* insert Part(outcome, 0, 1, code, [[What the review said: justified or unjustified]])
* insert Part(reviewed, 0, 1, instant, [[When it was reviewed]])

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

Instance: privacy-desk
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(privacy-desk, PrivacyDesk, privacy-desk, Task, false)
* title = "The privacy officer's desk"
* description = "What waits for the privacy officer by kind of Task, with what is overdue and by when the rest must be done, and who was refused what and how often. It names Tasks and no patient: behind it are the Tasks, by their code, and the audit trail. For the privacy officer and the clinic's own systems."
* type = true
* instance = false
* insert In(since, 0, instant, [[From when on refusals are counted; thirty days ago by default]])
* insert Gives(since, 1, 1, instant, [[From when on they were counted]])
* insert Tells(tasks, *, [[The open Tasks of one kind, the kind that is due first at first]])
* insert Part(kind, 1, 1, code, [[Their code, of task-kind]])
* insert Part(open, 1, 1, integer, [[How many are not done]])
* insert Part(overdue, 1, 1, integer, [[How many of them should be by now]])
* insert Part(oldest, 0, 1, instant, [[When the first was written]])
* insert Part(due, 0, 1, instant, [[When the time for the first is over]])
* insert Tells(clock, *, [[An open Task that must be done in time: those that are overdue first, then by day; 200 at most]])
* insert Part(task, 1, 1, Reference, [[The Task]])
* insert Part(kind, 1, 1, code, [[Its code, of task-kind]])
* insert Part(day, 1, 1, date, [[The last day for it, in the zone of the clinic]])
* insert Part(overdue, 1, 1, boolean, [[Whether its time is over]])
* insert Part(days-left, 1, 1, integer, [[How many days there are after today until then; less than none when it is over]])
* insert Tells(refusals, *, [[That somebody was refused for one reason, the most often first; 200 at most]])
* insert Part(person, 0, 1, Reference, [[Who]])
* insert Part(client, 0, 1, string, [[In which app]])
* insert Part(reason, 1, 1, code, [[The word the trail has for it]])
* insert Part(times, 1, 1, integer, [[How often]])
* insert Part(patients, 1, 1, integer, [[About how many patients]])
* insert Part(last, 1, 1, instant, [[When last]])
