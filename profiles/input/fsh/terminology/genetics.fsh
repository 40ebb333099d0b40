CodeSystem: MarkerPanel
Id: marker-panel
Title: "Marker panels"
Description: "Which set of markers a laboratory was asked for."
* insert OwnCodes
* #aga-association "Androgenetic alopecia, association" "AR, EDA2R, 20p11, HDAC9."
* #aga-five-snp "Androgenetic alopecia, five markers" "rs5919324, rs1998076, rs929626, rs12565727, rs756853 (Marcinska 2015) [C]."
* #drug-response "Response to medicines" "SRD5A1, SRD5A2, SULT1A1; the evidence is weak and conflicting."

ValueSet: MarkerPanels
Id: marker-panel
Title: "Marker panels"
Description: "All panels."
* insert OwnSet
* include codes from system MarkerPanel

ValueSet: AgaMarkers
Id: aga-marker
Title: "Markers that may be stored"
Description: "The marker catalogue. Anything else is refused: a marker of hair loss may say more than the patient asked for, as 17q21.31 does about Parkinson's disease (Li 2012) [C]. That rs6152 is the StuI site, and what rs1385699, rs2497938, rs2180439, rs6047844, rs12373124, rs7349332 and rs523349 stand for, was not read at the source [U]; they are listed because laboratories report them."
* insert OwnSet
* $DBSNP#rs6152
* $DBSNP#rs5919324
* $DBSNP#rs4827528
* $DBSNP#rs1385699
* $DBSNP#rs2497938
* $DBSNP#rs1160312
* $DBSNP#rs1998076
* $DBSNP#rs2180439
* $DBSNP#rs6047844
* $DBSNP#rs756853
* $DBSNP#rs929626
* $DBSNP#rs12565727
* $DBSNP#rs12373124
* $DBSNP#rs7349332
* $DBSNP#rs523349
* $DBSNP#rs39848
* $DBSNP#rs1042028
* $DBSNP#rs1042157
* $DBSNP#rs788068
* $DBSNP#rs6839
* $DBSNP#rs776746
* $DBSNP#rs7680591
* $DBSNP#rs2241057
* $DBSNP#rs72623193

ValueSet: MarkerGenes
Id: marker-gene
Title: "Genes of the markers"
Description: "HGNC ids that were confirmed [C]: AR, EDA2R, HDAC9. The others are not [U], so this set is never required."
* insert OwnSet
* $HGNC#HGNC:644
* $HGNC#HGNC:17756
* $HGNC#HGNC:14065

ValueSet: VariantPresence
Id: variant-presence
Title: "Presence of a variant"
Description: "The answers of LOINC list LL1971-2 [C]. Absent is an answer: tested and not found differs from not tested."
* insert OwnSet
* $LNC#LA9633-4
* $LNC#LA9634-2
* $LNC#LA18198-4
* $LNC#LA11884-6

ValueSet: AllelicStates
Id: allelic-state
Title: "Allelic states"
Description: "Answers of LOINC list LL381-5: heterozygous and homozygous [C], hemizygous [C: the R4 answer list of 53034-5]."
* insert OwnSet
* $LNC#LA6706-1
* $LNC#LA6705-3
* $LNC#LA6707-9

ValueSet: VariantMethods
Id: variant-method
Title: "Methods of finding a variant"
Description: "Answers of LOINC list LL4048-6 that were confirmed [C]: sequencing, PCR."
* insert OwnSet
* $LNC#LA26398-0
* $LNC#LA26418-6

CodeSystem: ImplicationKind
Id: implication-kind
Title: "Kinds of genetic implication"
Description: "The Genomics Reporting guide keeps these in a temporary system of its own; ours stand in until LOINC has codes."
* insert OwnCodes
* #diagnostic-implication "Diagnostic implication"
* #therapeutic-implication "Therapeutic implication"

ValueSet: ImplicationKinds
Id: implication-kind
Title: "Kinds of genetic implication"
Description: "All kinds."
* insert OwnSet
* include codes from system ImplicationKind

CodeSystem: Ancestry
Id: ancestry
Title: "Ancestry a score was made for"
Description: "The people a polygenic model was fitted on. Nearly all published ones are European, and say less about others."
* insert OwnCodes
* #european "European"
* #east-asian "East Asian"
* #south-asian "South Asian"
* #african "African"
* #hispanic "Hispanic"
* #mixed "Mixed"

ValueSet: Ancestries
Id: ancestry
Title: "Ancestry a score was made for"
Description: "All groups."
* insert OwnSet
* include codes from system Ancestry
