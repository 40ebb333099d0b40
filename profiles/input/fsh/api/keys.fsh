Instance: renew-keys
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(renew-keys, RenewKeys, renew-keys, Patient, true)
* title = "Fresh keys for a patient"
* description = "Puts fresh keys in the place of those a patient's record is encrypted with, where they may have become known. What lies under the former keys is encrypted anew in the background, with its files; then the former keys are destroyed. For the privacy officer."
* type = false
* instance = true
* insert GivesParts(former, 0, *, [[A group of the record that is being encrypted anew]])
* insert Part(group, 1, 1, code, [[clinical, images or genetic]])
* insert Part(versions, 1, 1, integer, [[How many versions of resources are still under the former key; with none left it is destroyed within the hour]])

Instance: key-renewal
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(key-renewal, KeyRenewal, key-renewal, Patient, false)
* title = "How far a renewal of keys is"
* description = "What of a patient's record is still under former keys. Nothing when it is done, when there was no renewal, and for a patient there never was. For the privacy officer."
* type = false
* instance = true
* insert GivesParts(former, 0, *, [[A group of the record that is being encrypted anew]])
* insert Part(group, 1, 1, code, [[clinical, images or genetic]])
* insert Part(versions, 1, 1, integer, [[How many versions of resources are still under the former key]])
