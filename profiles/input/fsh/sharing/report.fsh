Profile: HrProgressReport
Parent: DiagnosticReport
Id: hr-progress-report
Title: "Progress report"
Description: "Panels and pictures of a time, put together for the patient. A conclusion is a person's, never a program's."
* insert Labelled
* insert Category(imaging)
* obeys hr-rep-1
* code = DocumentKind#progress-report
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* issued 1..1 MS
* performer 1..* MS
* resultsInterpreter MS
* result 1..* MS
* media MS
* conclusion MS

Invariant: hr-rep-1
Description: "a conclusion names the person who drew it"
Expression: "conclusion.exists() implies resultsInterpreter.exists()"
Severity: #error
