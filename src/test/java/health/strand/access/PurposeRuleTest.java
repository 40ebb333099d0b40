package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S14: a token's purpose is one that a role of the requester is there for, or nothing is permitted. */
class PurposeRuleTest {

    private static final Demand READ = new Demand("Observation", Permission.READ);

    private static AccessDecision asking(TokenPurpose purpose) {
        Requester sora = new Requester(
                "subject",
                "Practitioner/sora",
                "client",
                ClientRole.OWN,
                purpose,
                RequesterKind.STAFF,
                Set.of(),
                null,
                Set.of(ClinicRole.SURGEON),
                Requesters.allUser(),
                Assurance.STRONG,
                Set.of());
        return new AccessPolicy().decide(sora, List.of(READ));
    }

    @Test
    void permitsThePurposeOfTheRoleAndATokenWithout() {
        assertThat(asking(TokenPurpose.of("TREAT")).permits()).isTrue();
        assertThat(asking(TokenPurpose.none()).permits()).isTrue();
    }

    @Test
    void deniesAPurposeNobodyKnowsAndOneOfAnotherRole() {
        for (String code : List.of("FUN", "HMARKT", "BTG", "")) {
            assertThat(asking(TokenPurpose.of(code)).objections())
                    .as(code)
                    .extracting(Objection::reason)
                    .contains(Reason.PURPOSE_NOT_ALLOWED);
        }
    }
}
