RuleSet: Ask(kind, text)
* item[+].linkId = "{kind}"
* item[=].text = "{text}"
* item[=].type = #boolean
* item[=].required = true
* item[=].code = ConsentKind#{kind}

Instance: consent-capture
InstanceOf: Questionnaire
Usage: #definition
* insert Form(consent-capture, ConsentCapture, Consent)
* description = "One question for each kind of consent. Nothing is ticked beforehand, and a no is as easy as a yes."
* insert Ask(care, [[Being treated here, and the record of it]])
* insert Ask(imaging, [[Scans and photographs for my treatment]])
* insert Ask(vendor-cloud, [[My scans to the imaging vendor]])
* insert Ask(laboratory, [[A sample of mine to a laboratory]])
* insert Ask(genetics, [[A genetic test, and its result in my treatment]])
* insert Ask(other-clinic, [[My record to another clinic or practice]])
* insert Ask(research, [[My data for research]])
* insert Ask(teaching, [[My data for teaching]])
* insert Ask(machine-learning, [[My data for the training of software]])
* insert Ask(marketing, [[Pictures of me for publication]])
* insert Ask(marketing-contact, [[Letters and messages with offers]])
* item[+].linkId = "signed-by"
* item[=].text = "Who signs"
* item[=].type = #choice
* item[=].required = true
* item[=].answerOption[+].valueString = "The patient"
* item[=].answerOption[+].valueString = "Somebody who acts for the patient"
