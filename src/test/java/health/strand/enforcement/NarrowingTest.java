package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.Assurance;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.access.TokenPurpose;
import health.strand.smart.ScopeParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowingTest {

    private static final Demand SEARCH = new Demand("Observation", Permission.SEARCH);

    @Test
    void addsNothingUnderAnUnrestrictedScope() {
        assertThat(narrowed("user/Observation.rs user/Observation.rs?category=a"))
                .contains(Map.of());
    }

    @Test
    void addsEveryRestrictionOfASingleScope() {
        assertThat(narrowed("user/Observation.rs?category=a&code=b"))
                .contains(Map.of("category", List.of("a"), "code", List.of("b")));
    }

    @Test
    void joinsScopesThatDifferInOneParameter() {
        assertThat(narrowed("user/Observation.rs?category=a user/Observation.rs?category=b"))
                .contains(Map.of("category", List.of("a,b")));
    }

    @Test
    void givesUpWhenNoOneQuerySaysIt() {
        assertThat(narrowed("user/Observation.rs?category=a user/Observation.rs?code=b"))
                .isEmpty();
    }

    private static Optional<Map<String, List<String>>> narrowed(String scopes) {
        Requester surgeon = new Requester(
                "sora",
                "Practitioner/sora",
                "app",
                ClientRole.OWN,
                TokenPurpose.none(),
                RequesterKind.STAFF,
                Set.of(),
                null,
                Set.of(ClinicRole.SURGEON),
                new ScopeParser().parse(scopes).scopes(),
                Assurance.STRONG,
                Set.of());
        AccessDecision decision = new AccessPolicy().decide(surgeon, List.of(SEARCH));
        assertThat(decision.permits()).isTrue();
        return Narrowing.of(decision, SEARCH);
    }
}
