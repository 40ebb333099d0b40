// DICOM has attributes for most of these; their enumerated values were not confirmed [U], so the codes are ours.
ValueSet: Polarization
Id: polarization
Title: "Polarization of light"
Description: "Polarization of light, as a condition of capture."
* insert OwnSet
* CaptureCondition#polarized
* CaptureCondition#unpolarized

ValueSet: ContactMethod
Id: contact-method
Title: "Contact with the skin"
Description: "Contact with the skin, as a condition of capture."
* insert OwnSet
* CaptureCondition#contact
* CaptureCondition#no-contact

ValueSet: ImmersionMedium
Id: immersion-medium
Title: "Immersion media"
Description: "Immersion media, as a condition of capture."
* insert OwnSet
* CaptureCondition#dry-interface
* CaptureCondition#alcohol
* CaptureCondition#water
* CaptureCondition#gel

ValueSet: HairPreparation
Id: hair-preparation
Title: "Preparation of the hair"
Description: "Preparation of the hair, as a condition of capture."
* insert OwnSet
* CaptureCondition#unprepared
* CaptureCondition#clipped
* CaptureCondition#dyed
* CaptureCondition#combed

ValueSet: Wetness
Id: wetness
Title: "Wetness of the hair"
Description: "Wetness of the hair, as a condition of capture."
* insert OwnSet
* CaptureCondition#dry
* CaptureCondition#wet

ValueSet: Parting
Id: parting
Title: "Parting of the hair"
Description: "Parting of the hair, as a condition of capture."
* insert OwnSet
* CaptureCondition#midline-parting
* CaptureCondition#side-parting
* CaptureCondition#no-parting

ValueSet: Illumination
Id: illumination
Title: "Illumination"
Description: "Illumination, as a condition of capture."
* insert OwnSet
* CaptureCondition#ring-light
* CaptureCondition#flash
* CaptureCondition#room-light

CodeSystem: RoiShape
Id: roi-shape
Title: "Shapes of a region of interest"
Description: "Shape of the analysed part of a picture."
* insert OwnCodes
* #rectangle "Rectangle"
* #circle "Circle"

ValueSet: RoiShapes
Id: roi-shape
Title: "Shapes of a region of interest"
Description: "All shapes."
* insert OwnSet
* include codes from system RoiShape

CodeSystem: DeviceKind
Id: device-kind
Title: "Kinds of devices"
Description: "What a device is for in a hair clinic."
* insert OwnCodes
* #trichoscope "Trichoscope"
* #camera "Camera"
* #analysis-software "Analysis software"

ValueSet: CaptureDevices
Id: capture-device
Title: "Capture devices"
Description: "Devices that take pictures."
* insert OwnSet
* DeviceKind#trichoscope
* DeviceKind#camera

ValueSet: StoredFileTypes
Id: stored-file-type
Title: "Types of stored files"
Description: "Files a record may hold: pictures, DICOM objects, reports."
* insert OwnSet
* urn:ietf:bcp:13#image/png
* urn:ietf:bcp:13#image/jpeg
* urn:ietf:bcp:13#image/tiff
* urn:ietf:bcp:13#application/dicom
* urn:ietf:bcp:13#application/pdf
