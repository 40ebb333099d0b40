Profile: HrMarketingImage
Parent: DocumentReference
Id: hr-marketing-image
Title: "Picture for publication"
Description: "A changed copy of a picture, made for publication with the patient's consent to this very picture. Never the clinical picture itself: it has its own labels, its own consent and its own end."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-documentreference|1.1.0)
* insert Labelled
* obeys hr-mkt-2 and hr-mkt-4
* status MS
* docStatus 1..1 MS
* type 1..1 MS
* type = DocumentKind#marketing-derivative
* category 1..1 MS
* subject 1..1 MS
* subject only Reference(Patient)
* date 1..1 MS
* author 1..1 MS
* author only Reference(Practitioner or PractitionerRole)
* securityLabel 1..* MS
* content 1..1 MS
* content.attachment.contentType 1..1 MS
* content.attachment.data 0..0
* content.attachment.url 1..1 MS
* content.attachment.size 1..1 MS
* content.attachment.hash 1..1 MS
* content.attachment.hash ^short = "Differs from that of every source, which the server checks"
* context 1..1 MS
* context.related 1..* MS
* context.related ^short = "The clinical pictures it was made from"
* extension contains
    ConsentReference named consent 1..1 MS and
    TransformationOfPicture named transformation 1..* MS and
    Publication named publication 0..* MS

// hr-mkt-1 (the consent is active) and hr-mkt-3 (the hash differs) need other resources and are rules of the server
Invariant: hr-mkt-2
Description: "a picture for publication is not sensitive for genetics, sexual function or mental health"
Expression: "(securityLabel.coding | meta.security).exists(code = 'GDIS' or code = 'SEX' or code = 'PSY').not()"
Severity: #error

Invariant: hr-mkt-4
Description: "the metadata of the file were removed"
Expression: "extension.where(url = 'https://strand.health/fhir/StructureDefinition/transformation').value.exists($this = 'strip-metadata')"
Severity: #error

Extension: TransformationOfPicture
Id: transformation
Title: "Transformation"
Description: "What was done to the copy."
Context: DocumentReference
* value[x] 1..1
* value[x] only code
* valueCode from ImageTransformations (required)

Extension: Publication
Id: publication
Title: "Publication"
Description: "Where the picture was shown, and when it was taken back."
Context: DocumentReference
* obeys hr-pub-1
* extension contains channel 1..1 and date 1..1 and address 0..1 and recalled 0..1
* extension[channel].value[x] 1..1
* extension[channel].value[x] only code
* extension[channel].valueCode from PublicationChannels (required)
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[address].value[x] 1..1
* extension[address].value[x] only url
* extension[recalled].value[x] 1..1
* extension[recalled].value[x] only date

Invariant: hr-pub-1
Description: "a picture is taken back after it was shown, not before"
Expression: "extension.where(url = 'recalled').exists() implies extension.where(url = 'recalled').value >= extension.where(url = 'date').value"
Severity: #error
