// hr-tri-1 (density needs an area) and hr-tri-8 (there is a source) are cardinalities: nothing could break them alone

Invariant: hr-tri-2
Description: "density is count over area, give or take one"
Expression: "(component.where(code.coding.exists(code = 'hair-count')).value.value / component.where(code.coding.exists(code = 'analysed-area')).value.value - component.where(code.coding.exists(code = 'hair-density')).value.value).abs() <= 1"
Severity: #error

Invariant: hr-tri-3
Description: "terminal and vellus hairs together are all hairs, give or take one"
Expression: "(component.code.coding.exists(code = 'terminal-density') and component.code.coding.exists(code = 'vellus-density')) implies (component.where(code.coding.exists(code = 'terminal-density')).value.value + component.where(code.coding.exists(code = 'vellus-density')).value.value - component.where(code.coding.exists(code = 'hair-density')).value.value).abs() <= 1"
Severity: #error

Invariant: hr-tri-4
Description: "growing and resting hairs together are 100 percent, give or take one"
Expression: "(component.code.coding.exists(code = 'anagen-percent') and component.code.coding.exists(code = 'telogen-percent')) implies (component.where(code.coding.exists(code = 'anagen-percent')).value.value + component.where(code.coding.exists(code = 'telogen-percent')).value.value - 100).abs() <= 1"
Severity: #error

Invariant: hr-tri-5
Description: "terminal or vellus hairs need the threshold they were told apart by"
Expression: "component.code.coding.exists(code = 'terminal-density' or code = 'vellus-density' or code = 'vellus-percent' or code = 'terminal-vellus-ratio') implies component.code.coding.exists(code = 'terminal-threshold')"
Severity: #error

Invariant: hr-tri-6
Description: "percentages lie between 0 and 100"
Expression: "component.value.ofType(Quantity).where(code = '%').all(value >= 0 and value <= 100)"
Severity: #error

Invariant: hr-tri-7
Description: "a panel is preliminary exactly when only software has counted"
Expression: "status = 'entered-in-error' or ((status = 'preliminary') = method.coding.exists(code = 'automated-unverified'))"
Severity: #error

Invariant: hr-tri-9
Description: "the comparability key has seven parts and begins with the zone and the method of this panel"
Expression: "extension.where(url = 'https://strand.health/fhir/StructureDefinition/comparability-key').value.matches('^' + bodySite.coding.where(system = 'https://strand.health/fhir/CodeSystem/scalp-zone').code + '/' + method.coding.where(system = 'https://strand.health/fhir/CodeSystem/scan-method').code + '(/[^/]+){5}$')"
Severity: #error

Invariant: hr-tri-10
Description: "density up to 450 hairs per square centimetre, diameter from 10 to 150 micrometres and growth up to 0.6 mm a day are plausible"
Expression: "component.where(code.coding.exists(code = 'hair-density')).value.all(value >= 0 and value <= 450) and component.where(code.coding.exists(code = 'mean-shaft-diameter')).value.all(value >= 10 and value <= 150) and component.where(code.coding.exists(code = 'growth-rate')).value.all(value >= 0 and value <= 0.6)"
Severity: #warning
