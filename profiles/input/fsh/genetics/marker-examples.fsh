RuleSet: AnaGenetics
* insert Example(R)
* meta.security[sens] = $ActCode#GDIS
* subject = Reference(Patient/ana)

RuleSet: AnaResult
* insert AnaGenetics
* status = #final
* category[laboratory] = $ObsCategory#laboratory
* category[genetics] = $V20074#GE
* effectiveDateTime = "2024-06-24T09:35:00+02:00"
* issued = "2024-07-06T09:35:00+02:00"
* performer = Reference(Organization/laboratory)

RuleSet: AnaMarker
* insert AnaResult
* specimen = Reference(Specimen/ana-saliva)
* basedOn = Reference(ServiceRequest/ana-genetic-order)
* method = $LNC#LA26418-6

Instance: ana-rs6152
InstanceOf: HrGeneticMarker
Usage: #example
Description: "A variant that was found, on a gene with a confirmed id."
* insert AnaMarker
* valueCodeableConcept = $LNC#LA9633-4
* component[gene-studied].valueCodeableConcept = $HGNC#HGNC:644 "AR"
* component[variation-code].valueCodeableConcept = $DBSNP#rs6152
* component[allelic-state].valueCodeableConcept = $LNC#LA6706-1
* component[genomic-source-class].valueCodeableConcept = $LNC#LA6683-2

Instance: ana-rs1160312
InstanceOf: HrGeneticMarker
Usage: #example
Description: "A variant that was looked for and is absent, at a locus without a gene."
* insert AnaMarker
* valueCodeableConcept = $LNC#LA9634-2
* component[gene-studied].valueCodeableConcept.text = "20p11 (PAX1/FOXA2)"
* component[variation-code].valueCodeableConcept = $DBSNP#rs1160312

Instance: ana-genotype
InstanceOf: HrGenotype
Usage: #example
Description: "The genotype at one locus."
* insert AnaResult
* valueCodeableConcept.text = "AR rs6152 G/A"
* derivedFrom = Reference(Observation/ana-rs6152)

Instance: ana-genotype-20p11
InstanceOf: HrGenotype
Usage: #example
Description: "The genotype at another locus."
* insert AnaResult
* valueCodeableConcept.text = "rs1160312 G/G"
* derivedFrom = Reference(Observation/ana-rs1160312)

Instance: ana-diagnostic-implication
InstanceOf: HrGeneticImplication
Usage: #example
Description: "What the variant is associated with."
* insert AnaResult
* code = ImplicationKind#diagnostic-implication
* derivedFrom = Reference(Observation/ana-rs6152)
* note.text = "An association in populations; it predicts little in one person."
* component[predicted-phenotype].valueCodeableConcept = HairLoss#androgenetic-alopecia

Instance: ana-therapeutic-implication
InstanceOf: HrGeneticImplication
Usage: #example
Description: "A conclusion about a medicine, with its weak evidence."
* insert AnaResult
* code = ImplicationKind#therapeutic-implication
* derivedFrom = Reference(Observation/ana-rs6152)
* note.text = "One maker's study; the direction depends on how the medicine is given."
* component[medication-assessed].valueCodeableConcept = $ATC#D11AX01
* component[evidence-level].valueCodeableConcept.text = "weak"
