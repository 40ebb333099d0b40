RuleSet: Form(id, name, title)
* url = "https://strand.health/fhir/Questionnaire/{id}"
* name = "{name}"
* title = "{title}"
* status = #active
* experimental = false
* subjectType = #Patient

RuleSet: Scale(link, text, least, most)
* item[+].linkId = "{link}"
* item[=].text = "{text}"
* item[=].type = #integer
* item[=].required = true
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[=].valueInteger = {least}
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[=].valueInteger = {most}

Instance: self-assessment
InstanceOf: Questionnaire
Usage: #definition
* insert Form(self-assessment, SelfAssessment, Self-assessment)
* description = "What the patient thinks of it. Questions about mood and sexual function are a form of their own, because their answers bear other labels."
* insert Scale(change, [[Change since the first visit, -3 to +3]], -3, 3)
* insert Scale(shedding, [[Shedding, 0 to 10]], 0, 10)
* insert Scale(itch, [[Itch, 0 to 10]], 0, 10)
* insert Scale(satisfaction, [[Satisfaction, 0 to 10]], 0, 10)
* insert Scale(adherence, [[Days a week the treatment was used]], 0, 7)

Instance: wellbeing
InstanceOf: Questionnaire
Usage: #definition
* insert Form(wellbeing, Wellbeing, Wellbeing under treatment)
* description = "Mood, sexual function and the burden of hair loss. Every answer bears the labels PSY and SEX."
* insert Scale(mood, [[Low mood in the last two weeks, 0 to 10]], 0, 10)
* insert Scale(anxiety, [[Worry about hair in the last two weeks, 0 to 10]], 0, 10)
* insert Scale(sexual-function, [[Change of sexual function under treatment, -3 to +3]], -3, 3)
* insert Scale(quality-of-life, [[Burden of hair loss in daily life, 0 to 10]], 0, 10)
