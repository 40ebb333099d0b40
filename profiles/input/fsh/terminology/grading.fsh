CodeSystem: PatternScale
Id: pattern-scale
Title: "Grading scales"
Description: "Which scale a grading answers, and the parts of those that have parts. No LOINC or SNOMED CT observable was confirmed for any of them."
* insert OwnCodes
* #norwood-hamilton "Norwood-Hamilton scale" "Men. Raters agree poorly: lowest of the scales tested by 40 raters on 100 photographs (Hong 2013) [C]."
* #basp "BASP classification" "Both sexes; a basic and a specific type. Reproducible (Hong 2013) [C]."
* #basp-basic "BASP, basic type" "Shape of the hairline."
* #basp-specific "BASP, specific type" "Frontal or vertex density."
* #ludwig "Ludwig scale" "Women."
* #sinclair "Sinclair scale" "Women."
* #savin "Savin scale" "Women; by the width of the midline parting."
* #salt "Severity of Alopecia Tool" "Alopecia areata; share of the scalp without hair."
* #salt-vertex "SALT, vertex" "Weighs 40 percent [C]."
* #salt-posterior "SALT, posterior" "Weighs 24 percent [C]."
* #salt-left "SALT, left side" "Weighs 18 percent [C]."
* #salt-right "SALT, right side" "Weighs 18 percent [C]."

ValueSet: StageScales
Id: stage-scale
Title: "Scales answered by one code"
Description: "The scales of pattern hair loss whose answer is a single stage."
* insert OwnSet
* PatternScale#norwood-hamilton
* PatternScale#ludwig
* PatternScale#sinclair
* PatternScale#savin

CodeSystem: NorwoodHamilton
Id: norwood-hamilton
Title: "Norwood-Hamilton stages"
Description: "Seven stages with variants [C]; the exact list of twelve is not confirmed [U]."
* insert OwnCodes
* #I "Stage I"
* #II "Stage II"
* #IIa "Stage II, variant a"
* #III "Stage III"
* #IIIa "Stage III, variant a"
* #III-vertex "Stage III, vertex"
* #IV "Stage IV"
* #IVa "Stage IV, variant a"
* #V "Stage V"
* #Va "Stage V, variant a"
* #VI "Stage VI"
* #VII "Stage VII"

CodeSystem: Ludwig
Id: ludwig
Title: "Ludwig grades"
Description: "Three grades [C]."
* insert OwnCodes
* #I "Grade I"
* #II "Grade II"
* #III "Grade III"

CodeSystem: Sinclair
Id: sinclair
Title: "Sinclair grades"
Description: "Five grades [U]."
* insert OwnCodes
* #1 "Grade 1"
* #2 "Grade 2"
* #3 "Grade 3"
* #4 "Grade 4"
* #5 "Grade 5"

CodeSystem: Savin
Id: savin
Title: "Savin grades"
Description: "Eight densities and a frontal accentuation; uses the width of the midline parting (Agarwal 2013) [C], the number of grades is not confirmed [U]."
* insert OwnCodes
* #1 "Density 1"
* #2 "Density 2"
* #3 "Density 3"
* #4 "Density 4"
* #5 "Density 5"
* #6 "Density 6"
* #7 "Density 7"
* #8 "Density 8"
* #frontal "Frontal accentuation"

CodeSystem: BaspBasic
Id: basp-basic
Title: "BASP basic types"
Description: "Shapes of the hairline [U]."
* insert OwnCodes
* #L "Linear, no recession"
* #M0 "M0"
* #M1 "M1"
* #M2 "M2"
* #M3 "M3"
* #C0 "C0"
* #C1 "C1"
* #C2 "C2"
* #C3 "C3"
* #U1 "U1"
* #U2 "U2"
* #U3 "U3"

CodeSystem: BaspSpecific
Id: basp-specific
Title: "BASP specific types"
Description: "Density at the front (F) or the vertex (V) [U]."
* insert OwnCodes
* #F1 "F1"
* #F2 "F2"
* #F3 "F3"
* #V1 "V1"
* #V2 "V2"
* #V3 "V3"

CodeSystem: SaltBand
Id: salt-band
Title: "Schemes of SALT severity"
Description: "Bodies group the score differently, so a band is only shown with the scheme it comes from; the score is what is stored."
* insert OwnCodes
* #uk "United Kingdom" "1-20, 21-49, 50-94, 95-100 [C]."
* #s0-s5 "S0 to S5" "Cut at 24, 49, 74 and 99 [C]."
* #aasc "Alopecia Areata Scale" "[U]"
