package health.strand.consent;

import health.strand.access.Effect;
import health.strand.profiles.CodeSystems;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.jspecify.annotations.Nullable;

/** Whether a consent opts in or out, which R4 says in the policy rule and IHE PCF in the type of the root (C1). */
final class Direction {

    private static final Set<String> OPTING_IN = Set.of("OPTIN", "OPTINR");
    private static final Set<String> OPTING_OUT = Set.of("OPTOUT", "OPTOUTE");

    private Direction() {}

    /** The type of the root; a problem where neither says it, both disagree, or the policy rule is not known. */
    static Optional<Effect> of(Consent consent, Place place) {
        // an exception such as "only in an emergency" narrows a permit and cannot be passed over
        if (rules(consent).stream().anyMatch(rule -> !OPTING_IN.contains(rule) && !OPTING_OUT.contains(rule))) {
            place.at("policyRule").refuse(ConsentRule.DIRECTION, "the policy rule is OPTIN or OPTOUT");
            return Optional.empty();
        }
        Optional<Effect> type = of(consent.getProvision().getType());
        boolean permits = optsIn(consent) || type.filter(Effect.PERMIT::equals).isPresent();
        boolean denies = optsOut(consent) || type.filter(Effect.DENY::equals).isPresent();
        if (permits == denies) {
            place.at("policyRule")
                    .refuse(
                            ConsentRule.DIRECTION,
                            permits
                                    ? "OPTIN needs a root provision that permits, OPTOUT one that denies"
                                    : "a consent says by its policy rule or root type whether it permits");
            return Optional.empty();
        }
        return Optional.of(permits ? Effect.PERMIT : Effect.DENY);
    }

    /** Whether its policy rule agrees. */
    static boolean optsIn(Consent consent) {
        return rules(consent).stream().anyMatch(OPTING_IN::contains);
    }

    /** Whether its policy rule refuses. */
    static boolean optsOut(Consent consent) {
        return rules(consent).stream().anyMatch(OPTING_OUT::contains);
    }

    /** The effect a type asks for; empty for none, and for one that is not known. */
    static Optional<Effect> of(@Nullable ConsentProvisionType type) {
        if (type == ConsentProvisionType.PERMIT) {
            return Optional.of(Effect.PERMIT);
        }
        return type == ConsentProvisionType.DENY ? Optional.of(Effect.DENY) : Optional.empty();
    }

    /** The codes of the policy rule that have to do with the direction; those of other systems name laws and texts. */
    private static Set<String> rules(Consent consent) {
        return consent.getPolicyRule().getCoding().stream()
                .filter(code -> CodeSystems.ACT_CODE.equals(code.getSystem()))
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
