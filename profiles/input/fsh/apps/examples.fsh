RuleSet: ToOpen(app)
* insert Example(N)
* status = #requested
* intent = #order
* authoredOn = "2025-03-01T12:00:00+01:00"
* requester = Reference(Practitioner/sora)
* input[app].valueUrl = "{app}"

Instance: ana-open-planner
InstanceOf: HrEhrLaunch
Usage: #example
Description: "Sora is to plan the session of Ana's visit in the planning app, with its grid of half a centimetre."
* insert ToOpen(https://planner.example.org/launch)
* for = Reference(Patient/ana)
* encounter = Reference(Encounter/ana-first-visit)
* owner = Reference(Practitioner/sora)
* input[context].valueString = "{\"grid\":0.5}"

Instance: ana-open-viewer
InstanceOf: HrEhrLaunch
Usage: #example
Description: "Tom is to compare Ana's scans in a viewer, which is told nothing."
* insert ToOpen(https://viewer.example.org/launch)
* for = Reference(Patient/ana)
* owner = Reference(Practitioner/tom)

Instance: ana-open-diary
InstanceOf: HrStandaloneLaunch
Usage: #example
Description: "Ana is to keep a diary in an app, and signs in there."
* insert ToOpen(https://diary.example.org)
* for = Reference(Patient/ana)
* owner = Reference(Patient/ana)

Instance: tom-open-course
InstanceOf: HrStandaloneLaunch
Usage: #example
Description: "Tom is to take a course, at the chapter on calibration. It is about no patient."
* insert ToOpen(https://course.example.org)
* owner = Reference(Practitioner/tom)
* input[context].valueString = "{\"chapter\":\"calibration\"}"
