Profile: HrTrichometryPanel
Parent: Observation
Id: hr-trichometry-panel
Title: "Trichometry panel"
Description: "All numbers of one scalp zone and session. They share picture, area, method and threshold, which is what makes them comparable."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Complies(http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-clinical-result|8.0.0)
* insert Labelled
* insert Observed
* insert Category(imaging)
* insert ByCode
* obeys hr-tri-2 and hr-tri-3 and hr-tri-4 and hr-tri-5 and hr-tri-6 and hr-tri-7 and hr-tri-9 and hr-tri-10
* status from PanelStatus (required)
* code = Trichometry#trichometry-panel
* bodySite 1..1 MS
* bodySite from ScalpZones (required)
* method 1..1 MS
* method from ScanMethods (required)
* device 1..1 MS
* performer ^short = "The person who scanned; the instrument is the device"
* derivedFrom 1..* MS
* derivedFrom only Reference(Media or ImagingStudy)
* value[x] 0..0
* interpretation 0..0
* interpretation ^short = "Forbidden: no machine says who responds"
* insert Measured(Trichometry, analysed-area, 1..1, cm2)
* insert Measured(Trichometry, hair-count, 1..1, {hairs})
* insert Measured(Trichometry, hair-density, 1..1, /cm2)
* insert Measured(Trichometry, fu-density, 0..1, /cm2)
* insert Measured(Trichometry, hairs-per-fu, 0..1, 1)
* insert Measured(Trichometry, single-hair-unit-percent, 0..1, %)
* insert Measured(Trichometry, terminal-threshold, 0..1, um)
* insert Measured(Trichometry, terminal-density, 0..1, /cm2)
* insert Measured(Trichometry, vellus-density, 0..1, /cm2)
* insert Measured(Trichometry, vellus-percent, 0..1, %)
* insert Measured(Trichometry, terminal-vellus-ratio, 0..1, {ratio})
* insert Measured(Trichometry, mean-shaft-diameter, 0..1, um)
* insert Measured(Trichometry, shaft-diameter-sd, 0..1, um)
* insert Measured(Trichometry, diameter-diversity-percent, 0..1, %)
* insert Measured(Trichometry, thin-hair-percent, 0..1, %)
* insert Measured(Trichometry, cumulative-thickness, 0..1, mm/cm2)
* insert Measured(Trichometry, anagen-percent, 0..1, %)
* insert Measured(Trichometry, telogen-percent, 0..1, %)
* insert Measured(Trichometry, anagen-telogen-ratio, 0..1, {ratio})
* insert Measured(Trichometry, growth-rate, 0..1, mm/d)
* insert Measured(Trichometry, yellow-dot-count, 0..1, 1)
* insert Measured(Trichometry, peripilar-percent, 0..1, %)
* insert Measured(Trichometry, hair-weight, 0..1, mg)
* component[analysed-area] ^comment = "0.903 cm2 in a test institute's protocol, 5.1 cm2 in the finasteride trials, circles of 1.13 and 2.54 cm in the dutasteride trial [C]."
* component[terminal-threshold] ^comment = "TrichoScan counts above 40 um as terminal, the female criteria of Rakowska below 30 um as thin [C]."
* component[cumulative-thickness] ^comment = "The follow-up parameter TrichoScan recommends [C]."
* component[growth-rate] ^comment = "About 0.3 mm a day in growing hair [C]."
* extension contains
    ComparabilityKey named comparabilityKey 1..1 MS and
    ScanProtocolReference named protocol 1..1 MS and
    MeasurementUncertainty named uncertainty 0..1 MS

ValueSet: PanelStatus
Id: panel-status
Title: "Status of a panel"
Description: "A panel is preliminary until a person has looked at it, or final."
* insert OwnSet
* http://hl7.org/fhir/observation-status#final
* http://hl7.org/fhir/observation-status#preliminary
* http://hl7.org/fhir/observation-status#amended
* http://hl7.org/fhir/observation-status#entered-in-error
