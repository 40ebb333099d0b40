CodeSystem: TrichoscopyFinding
Id: trichoscopy-finding
Title: "Trichoscopy findings"
Description: "What the trichoscope shows of skin and follicles, and the two ways to say how much of it."
* insert OwnCodes
* #trichoscopy-finding "Trichoscopy finding" "Code of the observation; the finding is its value."
* #severity "Severity" "0 none to 3 severe."
* #extent "Extent" "Share of the zone."
* #scaling "Scaling"
* #peripilar-sign "Peripilar sign"
* #yellow-dots "Yellow dots"
* #black-dots "Black dots"
* #exclamation-mark-hairs "Exclamation-mark hairs"
* #white-dots "White dots (fibrosis)"
* #loss-of-openings "Loss of follicular openings"
* #honeycomb-pigmentation "Honeycomb pigmentation"
* #broken-hairs "Broken hairs"
* #miniaturised-hairs "Miniaturised hairs"
* #crusting "Crusting"
* #shock-loss "Shock loss"
* #donor-moth-eaten "Moth-eaten donor area"
* #none-seen "Nothing abnormal seen"

ValueSet: TrichoscopyFindings
Id: trichoscopy-finding-vs
Title: "Trichoscopy findings"
Description: "Our findings, and SNOMED CT where a code of the Global Patient Set was confirmed [C]."
* insert OwnSet
* TrichoscopyFinding#scaling
* TrichoscopyFinding#peripilar-sign
* TrichoscopyFinding#yellow-dots
* TrichoscopyFinding#black-dots
* TrichoscopyFinding#exclamation-mark-hairs
* TrichoscopyFinding#white-dots
* TrichoscopyFinding#loss-of-openings
* TrichoscopyFinding#honeycomb-pigmentation
* TrichoscopyFinding#broken-hairs
* TrichoscopyFinding#miniaturised-hairs
* TrichoscopyFinding#crusting
* TrichoscopyFinding#shock-loss
* TrichoscopyFinding#donor-moth-eaten
* TrichoscopyFinding#none-seen
* $SCT#247441003
* $SCT#277799005
* $SCT#275921007
* $SCT#238378003
* $SCT#156329007

CodeSystem: HairLoss
Id: hair-loss
Title: "Hair-loss diagnoses"
Description: "Diagnoses of a hair clinic. ICD-10 and SNOMED CT stand beside them where a code was confirmed."
* insert OwnCodes
* #androgenetic-alopecia "Androgenetic alopecia"
* #alopecia-areata "Alopecia areata"
* #telogen-effluvium "Telogen effluvium"
* #anagen-effluvium "Anagen effluvium"
* #traction-alopecia "Traction alopecia"
* #cicatricial-alopecia "Cicatricial alopecia"
* #trichotillomania "Trichotillomania" "Bears the label PSY."
* #unspecified "Hair loss, unspecified"
* #diffuse-unpatterned "Diffuse unpatterned alopecia" "Speaks against surgery."

ValueSet: HairLossDiagnoses
Id: hair-loss-diagnosis
Title: "Hair-loss diagnoses"
Description: "Our codes, ICD-10 (WHO 2019) and SNOMED CT as far as confirmed [C]. No code for female pattern loss was confirmed [U]."
* insert OwnSet
* include codes from system HairLoss
* $ICD10#L63.0
* $ICD10#L63.1
* $ICD10#L63.2
* $ICD10#L63.8
* $ICD10#L63.9
* $ICD10#L64.0
* $ICD10#L64.8
* $ICD10#L64.9
* $ICD10#L65.0
* $ICD10#L65.1
* $ICD10#L65.8
* $ICD10#L65.9
* $ICD10#F63.3
* $SCT#87872006
* $SCT#68225006
* $SCT#39479004
* $SCT#238378003
* $SCT#17155009
* $SCT#56317004
* $SCT#278040002
* $SCT#156329007

CodeSystem: HairLossPattern
Id: hair-loss-pattern
Title: "Patterns of hair loss"
Description: "How the loss is spread over the scalp."
* insert OwnCodes
* #diffuse "Diffuse"
* #patterned "Patterned"
* #cicatricial "Cicatricial"
* #patchy "Patchy"

ValueSet: HairLossPatterns
Id: hair-loss-pattern
Title: "Patterns of hair loss"
Description: "All patterns."
* insert OwnSet
* include codes from system HairLossPattern

CodeSystem: SideEffect
Id: side-effect
Title: "Side effects of treatments"
Description: "What patients report under treatment. Those of sexual function bear the label SEX, those of mood PSY."
* insert OwnCodes
* #reduced-libido "Reduced libido"
* #erectile-dysfunction "Erectile dysfunction"
* #ejaculation-disorder "Ejaculation disorder"
* #low-mood "Low mood"
* #anxiety "Anxiety"
* #scalp-irritation "Scalp irritation"
* #unwanted-hair "Unwanted hair growth"
* #initial-shedding "Shedding at the start"
* #dizziness "Dizziness"
* #folliculitis "Folliculitis"
* #necrosis "Necrosis of the recipient area"
* #numbness "Numbness"

ValueSet: SideEffects
Id: side-effect
Title: "Side effects of treatments"
Description: "All side effects."
* insert OwnSet
* include codes from system SideEffect
