CodeSystem: SmartFragment
Id: smart-codes-fragment
Title: "SMART App Launch, tasks to launch apps"
Description: "What a task to launch an app is, and what goes into it."
* insert Excerpt(http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes)
* ^copyright = "HL7 International; licensed under CC0 1.0."
* #launch-app-ehr "Launch application using the SMART EHR launch"
* #launch-app-standalone "Launch application using the SMART standalone launch"
* #smartonfhir-application "SMART on FHIR application URL."
* #smartonfhir-appcontext "Application context related to this launch."
