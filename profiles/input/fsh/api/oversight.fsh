Instance: open-case
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(open-case, OpenCase, open-case, Patient, true)
* title = "Open a case about a patient"
* description = "Lets the privacy officer read one record to look into something about it, for thirty days or until the case is closed: who it is, clinical data, pictures and genetic data, and not administration, invoices, marketing and research. Nothing can be written. The patient is told in the same transaction. It takes a strong log-in of the last five minutes. Where a case of the same officer is open, that one is given out."
* type = false
* instance = true
* insert In(reason, 1, code, [[A code of case-reason]])
* insert In(explanation, 1, string, [[Why, in one's own words: 20 characters at least. The patient reads it]])
* insert Gives(task, 1, 1, Task, [[The Task of the case]])

Instance: close-case
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(close-case, CloseCase, close-case, Task, true)
* title = "Close a case"
* description = "Ends what a case has opened before it answers, ends its Task and tells the patient. For the privacy officer."
* type = false
* instance = true
* insert Gives(task, 1, 1, Task, [[The Task as it is now]])
