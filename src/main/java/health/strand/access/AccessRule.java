package health.strand.access;

import java.util.Optional;

/** One thing that must hold for every demand. A rule only ever objects; it never permits. */
sealed interface AccessRule
        permits BelongingRule, KnownRequesterRule, PurposeRule, ScopeRule, EntitlementRule, PatientWriteRule {

    Optional<Objection> objectTo(Requester requester, Demand demand);
}
