// What every code system and value set of ours says
RuleSet: OwnCodes
* ^experimental = false
* ^caseSensitive = true
* ^content = #complete

// Excerpts of systems that belong to others: listed codes are known, the others give a warning, never an error
RuleSet: Excerpt(url)
* ^url = "{url}"
* ^experimental = false
* ^caseSensitive = true
* ^content = #fragment

RuleSet: OwnSet
* ^experimental = false
