ValueSet: FitzpatrickSkinType
Id: fitzpatrick-skin-type
Title: "Fitzpatrick skin types"
Description: "Source: DICOM PS3.16, CID 4401 [C]."
* ^experimental = false
* $NCIT#C74569
* $NCIT#C74570
* $NCIT#C74571
* $NCIT#C74572
* $NCIT#C74573
* $NCIT#C74574

CodeSystem: HairColorCodes
Id: hair-color
Title: "Hair colours"
Description: "Natural colour of the hair of the scalp."
* ^experimental = false
* ^caseSensitive = true
* #black "Black"
* #dark-brown "Dark brown"
* #brown "Brown"
* #light-brown "Light brown"
* #blond "Blond"
* #red "Red"
* #grey "Grey"
* #white "White"

ValueSet: HairColors
Id: hair-color
Title: "Hair colours"
Description: "All natural colours."
* ^experimental = false
* include codes from system HairColorCodes

CodeSystem: HairTypeCodes
Id: hair-type
Title: "Hair types"
Description: "Shape of the hair shaft."
* ^experimental = false
* ^caseSensitive = true
* #straight "Straight"
* #wavy "Wavy"
* #curly "Curly"
* #coiled "Coiled"

ValueSet: HairTypes
Id: hair-type
Title: "Hair types"
Description: "All shapes."
* ^experimental = false
* include codes from system HairTypeCodes
