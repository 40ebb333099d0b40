Profile: HrTrichoscopyFinding
Parent: Observation
Id: hr-trichoscopy-finding
Title: "Trichoscopy finding"
Description: "One thing the trichoscope shows in one zone, and how much of it."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(exam)
* insert ByCode
* obeys hr-find-1
* code = TrichoscopyFinding#trichoscopy-finding
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from TrichoscopyFindings (required)
* bodySite 1..1 MS
* bodySite from ScalpZones (required)
* derivedFrom 1..* MS
* derivedFrom only Reference(Media or ImagingStudy)
* component contains severity 0..1 MS
* component[severity].code = TrichoscopyFinding#severity
* component[severity].value[x] 1..1
* component[severity].value[x] only integer
* insert Measured(TrichoscopyFinding, extent, 0..1, %)

Invariant: hr-find-1
Description: "severity lies between 0 and 3, extent between 0 and 100 percent"
Expression: "component.value.ofType(integer).all($this >= 0 and $this <= 3) and component.value.ofType(Quantity).all(value >= 0 and value <= 100)"
Severity: #error
