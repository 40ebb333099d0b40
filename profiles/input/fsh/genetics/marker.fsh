Profile: HrGeneticMarker
Parent: Observation
Id: hr-genetic-marker
Title: "Genetic marker"
Description: "Whether a named variant was found. Only markers of the catalogue are stored: some loci of hair loss say more than the patient asked for. Recorded from a laboratory, never computed here."
* insert Complies(http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant|3.0.0)
* insert Complies(http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab|8.0.0)
* insert Complies(http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-observation|1.1.0)
* insert Genetic
* insert Observed
* insert LaboratoryAndGenetics
* insert ByCode
* obeys hr-gen-2
* code = $LNC#69548-6
* performer only Reference(Organization or PractitionerRole)
* performer ^short = "The laboratory"
* specimen 1..1 MS
* method 1..1 MS
* method from VariantMethods (extensible)
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from VariantPresence (required)
* value[x] ^comment = "Absent is a result: tested and not found differs from not tested."
* derivedFrom only Reference(Observation)
* insert Coded(gene-studied, 48018-6, 1..1)
* component[gene-studied].value[x] from MarkerGenes (preferred)
* component[gene-studied] ^comment = "HGNC id as code; a locus without a gene, such as 20p11, as text."
* insert Coded(variation-code, 81252-9, 1..1)
* component[variation-code].value[x] from AgaMarkers (required)
* component[variation-code] ^comment = "dbSNP ids go here; 81255-8 does not occur in the HL7 guide [C]."
* insert Coded(allelic-state, 53034-5, 0..1)
* component[allelic-state].value[x] from AllelicStates (extensible)
* insert Coded(genomic-source-class, 48002-0, 0..1)
* component[genomic-source-class].valueCodeableConcept = $LNC#LA6683-2
* insert Coded(coding-hgvs, 48004-6, 0..1)
* insert Coded(cytogenetic-location, 48001-2, 0..1)

Invariant: hr-gen-2
Description: "no file and no sequence is attached"
Expression: "descendants().ofType(Attachment).empty()"
Severity: #error
