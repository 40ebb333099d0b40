ValueSet: PatternStages
Id: pattern-stage
Title: "Stages of pattern hair loss"
Description: "The answers of all scales that are answered by one code; each scale's own set is beside it."
* insert OwnSet
* include codes from system NorwoodHamilton
* include codes from system Ludwig
* include codes from system Sinclair
* include codes from system Savin

ValueSet: NorwoodHamiltonStages
Id: norwood-hamilton
Title: "Norwood-Hamilton stages"
Description: "All stages."
* insert OwnSet
* include codes from system NorwoodHamilton

ValueSet: LudwigGrades
Id: ludwig
Title: "Ludwig grades"
Description: "All grades."
* insert OwnSet
* include codes from system Ludwig

ValueSet: SinclairGrades
Id: sinclair
Title: "Sinclair grades"
Description: "All grades."
* insert OwnSet
* include codes from system Sinclair

ValueSet: SavinGrades
Id: savin
Title: "Savin grades"
Description: "All grades."
* insert OwnSet
* include codes from system Savin

ValueSet: BaspBasicTypes
Id: basp-basic
Title: "BASP basic types"
Description: "All basic types."
* insert OwnSet
* include codes from system BaspBasic

ValueSet: BaspSpecificTypes
Id: basp-specific
Title: "BASP specific types"
Description: "All specific types."
* insert OwnSet
* include codes from system BaspSpecific

ValueSet: SaltBands
Id: salt-band
Title: "Schemes of SALT severity"
Description: "All schemes."
* insert OwnSet
* include codes from system SaltBand
