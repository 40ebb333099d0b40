CodeSystem: AuthZsubTypeFragment
Id: balp-authz-subtype
Title: "IHE BALP, kinds of authorization decisions"
Description: "Kinds of security alerts that record an authorization decision."
* insert Excerpt(https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType)
* ^copyright = "IHE International, Inc.; licensed under CC BY 4.0."
* #AuthZ-Consent "Authorization Decision using Roles and Consent"
* #AuthZ-Role "Authorization Decision using only Roles"

CodeSystem: BasicAuditEntityTypeFragment
Id: balp-entity-type
Title: "IHE BALP, kinds of entities"
Description: "Kinds of entities of an audit event."
* insert Excerpt(https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType)
* ^copyright = "IHE International, Inc.; licensed under CC BY 4.0."
* #XrequestId "X-Request-Id"

CodeSystem: UserAgentTypesFragment
Id: balp-user-agent-type
Title: "IHE BALP, kinds of user agents"
Description: "Kinds of agents of an audit event that a token stands for."
* insert Excerpt(https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes)
* ^copyright = "IHE International, Inc.; licensed under CC BY 4.0."
* #UserOauthAgent "User OAuth Agent participant"
