CodeSystem: AtcFragment
Id: atc-fragment
Title: "ATC, the codes used here"
Description: "Medicines for hair loss; the display says which form is meant, as formularies do."
* insert Excerpt(http://www.whocc.no/atc)
* ^copyright = "The ATC classification is maintained by the WHO Collaborating Centre for Drug Statistics Methodology, Oslo; the codes listed are used for reference."
* #D11AX10 "finasteride"
* #G04CB01 "finasteride"
* #G04CB02 "dutasteride"
* #D11AX01 "minoxidil"
* #C02DC01 "minoxidil"
* #C03DA01 "spironolactone"

CodeSystem: Icd10Fragment
Id: icd-10-fragment
Title: "ICD-10, the codes used here"
Description: "Diagnoses of hair loss as WHO's ICD-10 of 2019 names them."
* insert Excerpt(http://hl7.org/fhir/sid/icd-10)
* ^copyright = "ICD-10 is copyright World Health Organization; the codes listed are used for reference."
* #L63.0 "Alopecia (capitis) totalis"
* #L63.1 "Alopecia universalis"
* #L63.2 "Ophiasis"
* #L63.8 "Other alopecia areata"
* #L63.9 "Alopecia areata, unspecified"
* #L64.0 "Drug-induced androgenic alopecia"
* #L64.8 "Other androgenic alopecia"
* #L64.9 "Androgenic alopecia, unspecified"
* #L65.0 "Telogen effluvium"
* #L65.1 "Anagen effluvium"
* #L65.8 "Other specified nonscarring hair loss"
* #L65.9 "Nonscarring hair loss, unspecified"
* #F63.3 "Trichotillomania"

CodeSystem: HgncFragment
Id: hgnc-fragment
Title: "HGNC, the genes used here"
Description: "Genes of markers whose ids were confirmed."
* insert Excerpt(http://www.genenames.org/geneId)
* ^copyright = "Gene names are from the HUGO Gene Nomenclature Committee, which puts them in the public domain (CC0)."
* #HGNC:644 "AR"
* #HGNC:17756 "EDA2R"
* #HGNC:14065 "HDAC9"

CodeSystem: NcitFragment
Id: ncit-fragment
Title: "NCI Thesaurus, the codes used here"
Description: "Fitzpatrick skin types, as DICOM CID 4401 lists them."
* insert Excerpt(http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl)
* ^copyright = "The NCI Thesaurus is produced by the National Cancer Institute and licensed under CC BY 4.0."
* #C74569 "Fitzpatrick skin type I"
* #C74570 "Fitzpatrick skin type II"
* #C74571 "Fitzpatrick skin type III"
* #C74572 "Fitzpatrick skin type IV"
* #C74573 "Fitzpatrick skin type V"
* #C74574 "Fitzpatrick skin type VI"
