RuleSet: Derivative
* insert Example(N)
* status = #current
* docStatus = #final
* category = $ObsCategory#imaging
* subject = Reference(Patient/ana)
* date = "2025-07-01T10:00:00+02:00"
* author = Reference(Practitioner/sora)
* securityLabel = $Confidentiality#N
* content.attachment.contentType = #image/jpeg
* content.attachment.url = "Binary/ana-derivative-file"
* content.attachment.size = 48213
* content.attachment.hash = "2jmj7l5rSw0yVb/vlWAYkK/YBwk="
* context.related = Reference(Media/ana-vertex-photo)
* extension[consent].valueReference = Reference(Consent/ana-pictures)

Instance: ana-derivative
InstanceOf: HrMarketingImage
Usage: #example
Description: "A cropped copy that was shown and taken back."
* insert Derivative
* extension[transformation][+].valueCode = #crop
* extension[transformation][+].valueCode = #strip-metadata
* extension[publication].extension[channel].valueCode = #website
* extension[publication].extension[date].valueDate = "2025-07-02"
* extension[publication].extension[recalled].valueDate = "2025-09-30"

Instance: ana-derivative-unpublished
InstanceOf: HrMarketingImage
Usage: #example
Description: "A copy that was never shown."
* insert Derivative
* extension[transformation][+].valueCode = #watermark
* extension[transformation][+].valueCode = #strip-metadata

RuleSet: Progress
* insert Example(N)
* status = #final
* category[imaging] = $ObsCategory#imaging
* subject = Reference(Patient/ana)
* effectivePeriod.start = "2024-06-24"
* effectivePeriod.end = "2025-06-24"
* issued = "2025-06-24T10:00:00+02:00"
* performer = Reference(Organization/clinic)
* result = Reference(Observation/ana-vertex-panel)

Instance: ana-progress
InstanceOf: HrProgressReport
Usage: #example
Description: "With a conclusion of the surgeon's."
* insert Progress
* resultsInterpreter = Reference(Practitioner/sora)
* conclusion = "Denser than a year ago, by more than the measuring error."
* media.link = Reference(Media/ana-vertex-scan)

Instance: ana-progress-plain
InstanceOf: HrProgressReport
Usage: #example
Description: "Numbers without a conclusion."
* insert Progress
