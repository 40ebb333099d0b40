RuleSet: Number(code, value, unit, ucum)
* component[{code}].valueQuantity.value = {value}
* component[{code}].valueQuantity.unit = "{unit}"
* component[{code}].valueQuantity.code = #{ucum}

RuleSet: AnaPanel(zone, method)
* insert Example(N)
* category[imaging] = $ObsCategory#imaging
* subject = Reference(Patient/ana)
* encounter = Reference(Encounter/ana-first-visit)
* effectiveDateTime = "2024-06-24T09:05:00+02:00"
* performer = Reference(Practitioner/tom)
* bodySite = ScalpZone#{zone}
* method = ScanMethod#{method}

Instance: ana-vertex-panel
InstanceOf: HrTrichometryPanel
Usage: #example
Description: "A panel of the vertex, clipped and counted at once."
* insert AnaPanel(vertex, trichoscopy-clipped-immediate)
* bodySite.coding[1] = $SCT#61719002
* status = #final
* device = Reference(Device/trichoscope)
* derivedFrom = Reference(Media/ana-vertex-scan)
* extension[comparabilityKey].valueString = "vertex/trichoscopy-clipped-immediate/TS-60/2.4.0/clipped/40/0.25"
* extension[protocol].valueCanonical = "https://strand.health/fhir/PlanDefinition/scan-clipped"
* extension[uncertainty].extension[type].valueCode = #within-subject-cv
* extension[uncertainty].extension[value].valueQuantity = 5 '%' "%"
* extension[uncertainty].extension[source].valueCode = #assumed
* insert Number(analysed-area, 0.25, cm²,  cm2)
* insert Number(hair-count, 43, hairs, {hairs})
* insert Number(hair-density, 172, hairs/cm²,  /cm2)
* insert Number(fu-density, 84, FU/cm²,  /cm2)
* insert Number(hairs-per-fu, 2.05, hairs per FU,  1)
* insert Number(terminal-threshold, 40, um, um)
* insert Number(terminal-density, 140, hairs/cm²,  /cm2)
* insert Number(vellus-density, 32, hairs/cm²,  /cm2)
* insert Number(vellus-percent, 18.6, %, %)
* insert Number(mean-shaft-diameter, 58.2, um, um)

Instance: ana-frontal-panel
InstanceOf: HrTrichometryPanel
Usage: #example
Description: "A phototrichogram: it alone can tell growing from resting hairs."
* insert AnaPanel(frontal, phototrichogram-2d)
* status = #final
* device = Reference(Device/trichoscope)
* derivedFrom = Reference(Media/ana-frontal-scan)
* extension[comparabilityKey].valueString = "frontal/phototrichogram-2d/TS-60/2.4.0/clipped/40/0.25"
* extension[protocol].valueCanonical = "https://strand.health/fhir/PlanDefinition/scan-phototrichogram"
* insert Number(analysed-area, 0.25, cm²,  cm2)
* insert Number(hair-count, 50, hairs, {hairs})
* insert Number(hair-density, 200, hairs/cm²,  /cm2)
* insert Number(anagen-percent, 82, %, %)
* insert Number(telogen-percent, 18, %, %)
* insert Number(growth-rate, 0.31, mm/d, mm/d)

Instance: ana-vertex-software-panel
InstanceOf: HrTrichometryPanel
Usage: #example
Description: "The same picture, counted by software that nobody has checked: preliminary, and never compared with the others."
* insert AnaPanel(vertex, automated-unverified)
* status = #preliminary
* device = Reference(Device/analysis-software)
* derivedFrom = Reference(Media/ana-vertex-scan)
* extension[comparabilityKey].valueString = "vertex/automated-unverified/HA/3.2.1/clipped/-/0.25"
* extension[protocol].valueCanonical = "https://strand.health/fhir/PlanDefinition/scan-clipped"
* insert Number(analysed-area, 0.25, cm²,  cm2)
* insert Number(hair-count, 30, hairs, {hairs})
* insert Number(hair-density, 120, hairs/cm²,  /cm2)
