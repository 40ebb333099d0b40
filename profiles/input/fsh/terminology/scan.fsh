CodeSystem: Trichometry
Id: trichometry
Title: "Trichometry"
Description: "What is measured on a patch of scalp. No LOINC codes for these were found, which does not prove that there are none."
* insert OwnCodes
* #trichometry-panel "Trichometry panel" "All numbers of one scalp zone and session; they share picture, area, method and threshold."
* #hair-count "Hair count" "Hairs counted in the analysed area."
* #analysed-area "Analysed area" "Area of the region of interest."
* #hair-density "Hair density" "Hairs per square centimetre."
* #fu-density "Follicular unit density" "Follicular units per square centimetre."
* #hairs-per-fu "Hairs per follicular unit" "Mean number of hairs in a unit."
* #single-hair-unit-percent "Single-hair units" "Share of units with one hair."
* #terminal-density "Terminal hair density" "Hairs thicker than the threshold, per square centimetre."
* #vellus-density "Vellus hair density" "Hairs not thicker than the threshold, per square centimetre."
* #vellus-percent "Vellus hairs" "Share of hairs not thicker than the threshold."
* #terminal-threshold "Terminal threshold" "Diameter above which a hair counts as terminal; makers disagree, so it always stands beside the numbers."
* #terminal-vellus-ratio "Terminal to vellus ratio" "Terminal hairs for each vellus hair."
* #mean-shaft-diameter "Mean shaft diameter" "Mean thickness of the hair shafts."
* #shaft-diameter-sd "Shaft diameter deviation" "Standard deviation of the thickness of the hair shafts."
* #diameter-diversity-percent "Diameter diversity" "Share of shafts that are thinner than the others."
* #thin-hair-percent "Thin hairs" "Share of hairs below 30 micrometres."
* #cumulative-thickness "Cumulative hair thickness" "Sum of all diameters over one square centimetre."
* #anagen-percent "Anagen hairs" "Share of growing hairs."
* #telogen-percent "Telogen hairs" "Share of resting hairs."
* #anagen-telogen-ratio "Anagen to telogen ratio" "Growing hairs for each resting hair."
* #growth-rate "Growth rate" "Linear growth a day."
* #yellow-dot-count "Yellow dots" "Number of yellow dots in the field."
* #peripilar-percent "Peripilar discoloration" "Share of follicles with discoloured surroundings."
* #hair-mass-index "Hair mass index" "Hair mass over a scalp zone."
* #hair-weight "Hair weight" "Weight of the hair clipped from the area."
* #donor-assessment "Donor assessment" "What a donor area still has to give."
* #donor-area "Donor area" "Area from which grafts may be taken."
* #grafts-used "Grafts already used" "Grafts taken from the area before."
* #safety-fraction "Safety fraction" "Share of the follicular units that may be taken without visible thinning; chosen by the surgeon."
* #estimated-grafts-available "Estimated grafts available" "Donor area x density x safety fraction - grafts used."
* #miniaturised-percent "Miniaturised hairs" "Share of thinned hairs in the donor area."

CodeSystem: ScanMethod
Id: scan-method
Title: "Scan methods"
Description: "How a scan was taken and counted. Values of different methods are never compared."
* insert OwnCodes
* #global-photo "Global photograph" "Dry, combed, same parting, no styling product."
* #trichoscopy-unclipped "Trichoscopy, unclipped" "No preparation of the hair."
* #trichoscopy-clipped-immediate "Trichoscopy, clipped" "Clipped and imaged at once."
* #phototrichogram-2d "Phototrichogram, two days" "Clipped, imaged again after two days."
* #phototrichogram-3d "Phototrichogram, three days" "Clipped, imaged again after three days."
* #manual-count "Manual count" "Counted by a person on the picture."
* #manual-corrected "Automatic count, corrected" "Counted by software, corrected by a person."
* #hair-to-hair-matched "Hair-to-hair matched" "Each hair of the later picture matched with one of the earlier."
* #automated-unverified "Automatic count, unverified" "Counted by software, seen by nobody; never mixed with the others."

ValueSet: ScanMethods
Id: scan-method
Title: "Scan methods"
Description: "All methods."
* insert OwnSet
* include codes from system ScanMethod

CodeSystem: CaptureCondition
Id: capture-condition
Title: "Capture conditions"
Description: "Under which conditions a picture was taken; two pictures taken under different ones are not comparable."
* insert OwnCodes
* #polarized "Polarized light"
* #unpolarized "Unpolarized light"
* #contact "In contact with the skin"
* #no-contact "Not in contact with the skin"
* #dry-interface "No immersion fluid"
* #alcohol "Alcohol"
* #water "Water"
* #gel "Ultrasound gel"
* #unprepared "Hair not prepared"
* #clipped "Hair clipped"
* #dyed "Hair clipped and dyed"
* #combed "Hair combed"
* #dry "Hair dry"
* #wet "Hair wet"
* #midline-parting "Parted in the midline"
* #side-parting "Parted at the side"
* #no-parting "No parting"
* #ring-light "Ring light"
* #flash "Flash"
* #room-light "Room light"
