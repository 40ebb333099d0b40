Profile: HrScalpTarget
Parent: BodyStructure
Id: hr-scalp-target
Title: "Spot of scalp"
Description: "A spot that is scanned again and again. Without it, growth and a shifted picture look alike."
* insert Labelled
* active 1..1 MS
* location 1..1 MS
* location from ScalpZones (required)
* image 0..1
* patient MS
* extension contains TargetCoordinates named coordinates 1..1 MS and MarkOfTarget named marker 0..1 MS

Profile: HrTrichoscope
Parent: Device
Id: hr-trichoscope
Title: "Capture device"
Description: "A trichoscope or camera. Its model and version are part of what makes two scans comparable."
* insert Labelled
* type 1..1 MS
* type from CaptureDevices (required)
* deviceName 1..* MS
* modelNumber 1..1 MS
* version 1..* MS
* owner 1..1 MS
* property MS
* property ^short = "Lens, magnification, sensor pixels, calibration certificate"
* extension contains Repeatability named repeatability 0..* MS

Profile: HrAnalysisSoftware
Parent: Device
Id: hr-analysis-software
Title: "Analysis software"
Description: "A program that counts hairs. Another version may count differently, so it is part of what makes two panels comparable."
* insert Labelled
* type 1..1 MS
* type = DeviceKind#analysis-software
* deviceName 1..* MS
* version 1..* MS
* owner 1..1 MS
* extension contains Repeatability named repeatability 0..* MS
