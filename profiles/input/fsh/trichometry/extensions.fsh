Extension: ComparabilityKey
Id: comparability-key
Title: "Comparability key"
Description: "What two measurements must share to be compared: zone, method, device model, version, preparation of the hair, terminal threshold in micrometres, analysed area in square centimetres, in this order and separated by slashes. A chart breaks its line where the key changes."
Context: Observation
* value[x] 1..1
* value[x] only string

Extension: ScanProtocolReference
Id: protocol
Title: "Scan protocol"
Description: "The protocol the scan followed."
Context: Observation
* value[x] 1..1
* value[x] only canonical

Extension: MeasurementUncertainty
Id: measurement-uncertainty
Title: "Measurement uncertainty"
Description: "How far two measurements of the same scalp differ by the method alone. Published coefficients of variation run from 2.6 to 9.8 percent [C]; 5 percent is assumed where a clinic has not tested itself."
Context: Observation
* extension contains type 1..1 MS and value 1..1 MS and source 1..1 MS
* extension[type].value[x] 1..1
* extension[type].value[x] only code
* extension[type].valueCode from UncertaintyTypes (required)
* extension[value].value[x] 1..1
* extension[value].value[x] only Quantity
* extension[value].valueQuantity.system = $UCUM
* extension[value].valueQuantity.code = #%
* extension[source].value[x] 1..1
* extension[source].value[x] only code
* extension[source].valueCode from UncertaintySources (required)
