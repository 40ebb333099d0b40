// What every profile of ours says, and every example

// HL7's security labels: one code for how confidential a record is, any number for why
RuleSet: Labelled
* meta 1..1
* meta.security 1..* MS
* meta.security ^slicing.discriminator.type = #value
* meta.security ^slicing.discriminator.path = "system"
* meta.security ^slicing.rules = #open
* meta.security contains conf 1..1 MS and sens 0..* MS and own 0..* MS
* meta.security[conf] ^short = "How confidential the record is"
* meta.security[conf].system 1..1
* meta.security[conf].system = $Confidentiality
* meta.security[conf] from http://terminology.hl7.org/ValueSet/v3-ConfidentialityClassification (required)
* meta.security[sens] ^short = "Why it is sensitive: GDIS, SEX, PSY, IDS"
* meta.security[sens].system 1..1
* meta.security[sens].system = $ActCode
* meta.security[own] ^short = "What HL7 has no code for: PHOTOID, SCALP"
* meta.security[own].system 1..1
* meta.security[own].system = $Label
* meta.source MS

RuleSet: Complies(canonical)
* ^extension[+].url = "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile"
* ^extension[=].valueCanonical = "{canonical}"

// Every example says that it is invented
RuleSet: Example(confidentiality)
* meta.security[conf] = $Confidentiality#{confidentiality}
* meta.source = "urn:strand:demo-clinic"
* meta.tag = $Tag#synthetic
