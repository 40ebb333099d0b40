Profile: HrPatternStage
Parent: Observation
Id: hr-pattern-stage
Title: "Stage of pattern hair loss"
Description: "What one person graded on one scale. Raters disagree, so a second grading is a second Observation and overwrites nothing."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(exam)
* obeys hr-stage-1
* code from StageScales (required)
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from PatternStages (required)
* performer only Reference(Practitioner or PractitionerRole)
* method MS
* method ^short = "Live or on photographs"
* derivedFrom MS

Invariant: hr-stage-1
Description: "the stage is one of the scale that was asked for"
Expression: "('norwood-hamilton' | 'ludwig' | 'sinclair' | 'savin').all((%resource.code.coding.code contains $this) implies (%resource.value.coding.system contains ('https://strand.health/fhir/CodeSystem/' + $this)))"
Severity: #error

Profile: HrBasp
Parent: Observation
Id: hr-basp
Title: "BASP type"
Description: "The basic and specific classification: two answers, so two components."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(exam)
* insert ByCode
* code = PatternScale#basp
* performer only Reference(Practitioner or PractitionerRole)
* value[x] 0..0
* component contains basic 1..1 MS and specific 1..1 MS
* component[basic].code = PatternScale#basp-basic
* component[basic].value[x] 1..1
* component[basic].value[x] only CodeableConcept
* component[basic].value[x] from BaspBasicTypes (required)
* component[specific].code = PatternScale#basp-specific
* component[specific].value[x] 1..1
* component[specific].value[x] only CodeableConcept
* component[specific].value[x] from BaspSpecificTypes (required)

Profile: HrSalt
Parent: Observation
Id: hr-salt
Title: "SALT score"
Description: "Share of the scalp that alopecia areata has left without hair. The score is stored; a band only with the scheme it comes from."
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Labelled
* insert Observed
* insert Category(exam)
* insert ByCode
* obeys hr-salt-1 and hr-tri-6
* code = PatternScale#salt
* performer only Reference(Practitioner or PractitionerRole)
* value[x] 1..1 MS
* value[x] only Quantity
* valueQuantity.value 1..1
* valueQuantity.system 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code 1..1
* valueQuantity.code = #%
* insert Measured(PatternScale, salt-vertex, 1..1, %)
* insert Measured(PatternScale, salt-posterior, 1..1, %)
* insert Measured(PatternScale, salt-left, 1..1, %)
* insert Measured(PatternScale, salt-right, 1..1, %)
* extension contains SeverityScheme named severityScheme 0..1

Invariant: hr-salt-1
Description: "the score weighs the vertex 40, the back 24 and each side 18 percent, give or take half a percent"
Expression: "(0.4 * component.where(code.coding.exists(code = 'salt-vertex')).value.value + 0.24 * component.where(code.coding.exists(code = 'salt-posterior')).value.value + 0.18 * component.where(code.coding.exists(code = 'salt-left')).value.value + 0.18 * component.where(code.coding.exists(code = 'salt-right')).value.value - value.value).abs() <= 0.5"
Severity: #error

Extension: SeverityScheme
Id: severity-scheme
Title: "Severity scheme"
Description: "Which body's grouping of the score is shown."
Context: Observation
* value[x] 1..1
* value[x] only code
* valueCode from SaltBands (required)
