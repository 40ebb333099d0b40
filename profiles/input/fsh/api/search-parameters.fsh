RuleSet: Search(id, name, code, base, type, expression, description)
* url = "https://strand.health/fhir/SearchParameter/{id}"
* name = "{name}"
* status = #active
* experimental = false
* code = #{code}
* base = #{base}
* type = #{type}
* expression = "{expression}"
* description = "{description}"
* xpathUsage = #normal

Instance: Observation-body-site
InstanceOf: SearchParameter
Usage: #definition
* insert Search(Observation-body-site, ObservationBodySite, body-site, Observation, token, [[Observation.bodySite]], [[Site of the body that was observed; R4 has no parameter for it, and density at the vertex over time could not be searched without.]])

Instance: Observation-comparability-key
InstanceOf: SearchParameter
Usage: #definition
* insert Search(Observation-comparability-key, ObservationComparabilityKey, comparability-key, Observation, string, [[Observation.extension('https://strand.health/fhir/StructureDefinition/comparability-key').value.ofType(string)]], [[Comparability key of a panel; ask with :exact.]])

Instance: Observation-protocol
InstanceOf: SearchParameter
Usage: #definition
* insert Search(Observation-protocol, ObservationProtocol, protocol, Observation, uri, [[Observation.extension('https://strand.health/fhir/StructureDefinition/protocol').value.ofType(canonical)]], [[Protocol a scan followed.]])

Instance: Media-recognizable
InstanceOf: SearchParameter
Usage: #definition
* insert Search(Media-recognizable, MediaRecognizable, recognizable, Media, token, [[Media.extension('https://strand.health/fhir/StructureDefinition/recognizable-visual-features').value.ofType(boolean)]], [[Whether a person can be recognised in the picture.]])

Instance: Media-target
InstanceOf: SearchParameter
Usage: #definition
* insert Search(Media-target, MediaTarget, target, Media, reference, [[Media.extension('https://strand.health/fhir/StructureDefinition/target').value.ofType(Reference)]], [[Spot of scalp the picture shows.]])
* target = #BodyStructure

