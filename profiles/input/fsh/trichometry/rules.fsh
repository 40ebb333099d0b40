// One UCUM code for each number, so that a search by quantity is exact; what a person reads stands in the unit
RuleSet: Measured(system, code, card, unit)
* component contains {code} {card} MS
* component[{code}].code = {system}#{code}
* component[{code}].value[x] 1..1
* component[{code}].value[x] only Quantity
* component[{code}].valueQuantity.value 1..1
* component[{code}].valueQuantity.system 1..1
* component[{code}].valueQuantity.system = $UCUM
* component[{code}].valueQuantity.code 1..1
* component[{code}].valueQuantity.code = #{unit}

RuleSet: ByCode
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open

RuleSet: Category(slice)
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category 1..* MS
* category contains {slice} 1..1 MS
* category[{slice}] = $ObsCategory#{slice}

// Who was measured, when and by whom
RuleSet: Observed
* status MS
* code MS
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..1 MS
