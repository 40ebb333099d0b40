Profile: HrGenotype
Parent: Observation
Id: hr-genotype
Title: "Genotype"
Description: "The name of a combination of variants."
* insert Complies(http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/genotype|3.0.0)
* insert Genetic
* insert Observed
* insert LaboratoryAndGenetics
* code = $LNC#84413-4
* specimen MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* derivedFrom 1..* MS
* derivedFrom only Reference(Observation)

Profile: HrGeneticImplication
Parent: Observation
Id: hr-genetic-implication
Title: "Genetic implication"
Description: "What a laboratory concludes from variants, with its limits. Never computed here, and never an answer to what will happen."
* insert Genetic
* insert Observed
* insert LaboratoryAndGenetics
* insert ByCode
* obeys hr-gen-3
* code from ImplicationKinds (required)
* value[x] 0..0
* derivedFrom 1..* MS
* derivedFrom only Reference(Observation)
* note 1..1 MS
* note ^short = "The limits of the statement"
* insert Coded(predicted-phenotype, 81259-4, 0..1)
* insert Coded(evidence-level, 93044-6, 0..1)
* insert Coded(clinical-significance, 53037-8, 0..1)
* insert Coded(medication-assessed, 51963-7, 0..1)

Invariant: hr-gen-3
Description: "a therapeutic implication names the medicine"
Expression: "code.coding.exists(code = 'therapeutic-implication') implies component.code.coding.exists(code = '51963-7')"
Severity: #error
