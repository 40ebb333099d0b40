RuleSet: Operation(id, name, code, resource, affects)
* url = "https://strand.health/fhir/OperationDefinition/{id}"
* name = "{name}"
* status = #active
* experimental = false
* kind = #operation
* code = #{code}
* resource = #{resource}
* affectsState = {affects}
* system = false

RuleSet: In(name, min, type, text)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "1"
* parameter[=].type = #{type}
* parameter[=].documentation = "{text}"

RuleSet: Out(type, text)
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #{type}
* parameter[=].documentation = "{text}"

Instance: trichometry-trend
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(trichometry-trend, TrichometryTrend, trichometry-trend, Observation, false)
* description = "One number of one zone over time: points with their error band, broken where the comparability key changes, and published reference lines. Arithmetic on what the requester may see, and no verdict."
* type = true
* instance = false
* insert In(patient, 1, string, [[Reference to the patient]])
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(metric, 1, code, [[Code of the trichometry component]])
* insert In(method, 0, code, [[Only this scan method]])
* insert Out(Parameters, [[Series of points; first, last and difference; smallest detectable change]])

Instance: analyze-scan
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(analyze-scan, AnalyzeScan, analyze-scan, Media, true)
* description = "Counts hairs in a picture and stores a preliminary panel by the method automated-unverified. Off unless switched on; a demonstrator of the record's flow and not a clinical number."
* type = false
* instance = true
* insert Out(Observation, [[The preliminary panel]])

Instance: before-after
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(before-after, BeforeAfter, before-after, Patient, false)
* description = "Two pictures of one zone that may be put side by side, or the reason why they may not: another preparation, another light, more than five percent difference in pixels per millimetre."
* type = false
* instance = true
* insert In(zone, 1, code, [[Code of the scalp zone]])
* insert In(first, 0, date, [[Day of the earlier picture; the first there is by default]])
* insert In(second, 0, date, [[Day of the later picture; the last there is by default]])
* insert Out(Parameters, [[Two references to Media, or an OperationOutcome]])

Instance: donor-budget
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(donor-budget, DonorBudget, donor-budget, Patient, false)
* description = "What the donor areas still have to give, with the formula and everything that went into it."
* type = false
* instance = true
* insert In(safety-fraction, 0, decimal, [[Share in percent to compute with in place of the recorded one]])
* insert Out(Parameters, [[A budget for each donor zone]])
