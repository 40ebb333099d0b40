Profile: HrEhrLaunch
Parent: Task
Id: hr-ehr-launch
Title: "Task to open an app from the EHR"
Description: "Somebody is to open an app from the EHR, for the patient and the visit it names. What it holds is what SMART App Launch demands of such a task."
* insert Labelled
* insert Complies(http://hl7.org/fhir/smart-app-launch/StructureDefinition/task-ehr-launch|2.2.0)
* insert LaunchTask(launch-app-ehr)

Profile: HrStandaloneLaunch
Parent: Task
Id: hr-standalone-launch
Title: "Task to open an app by itself"
Description: "Somebody is to open an app that signs them in by itself. What it holds is what SMART App Launch demands of such a task."
* insert Labelled
* insert Complies(http://hl7.org/fhir/smart-app-launch/StructureDefinition/task-standalone-launch|2.2.0)
* insert LaunchTask(launch-app-standalone)

RuleSet: LaunchTask(code)
* status MS
* code 1..1 MS
* code = SmartFragment#{code}
* for MS
* encounter MS
* owner MS
* input 1..* MS
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains app 1..1 MS and context 0..1 MS
* input[app] ^short = "Where the app is launched"
* input[app].type = SmartFragment#smartonfhir-application
* input[app].value[x] only url
* input[context] ^short = "What the app is told, in a form of its own"
* input[context].type = SmartFragment#smartonfhir-appcontext
* input[context].value[x] only string
