package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import health.strand.access.Assurance;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ImplicitPolicy;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.access.Scopes;
import health.strand.access.TokenPurpose;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyDoorTest {

    private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"";

    private final EmergencyDoor door = new EmergencyDoor(ImplicitPolicy.shipped(), true, CHALLENGE);

    private static Requester surgeon(Assurance assurance) {
        return new Requester(
                "ito",
                "Practitioner/ito",
                "app",
                ClientRole.OWN,
                TokenPurpose.none(),
                RequesterKind.STAFF,
                Set.of(),
                null,
                Set.of(ClinicRole.SURGEON),
                Scopes.none(),
                assurance,
                Set.of());
    }

    @Test
    void letsInAfterAStrongLogInOfAMomentAgo() {
        assertThatCode(() -> door.pass(surgeon(Assurance.FRESH))).doesNotThrowAnyException();
    }

    /** A strong log-in of this morning is as good as none. */
    @ParameterizedTest
    @EnumSource(names = {"BASIC", "STRONG"})
    void challengesWhoeverLoggedInWeaklyOrLongAgo(Assurance assurance) {
        AuthenticationException refusal =
                catchThrowableOfType(AuthenticationException.class, () -> door.pass(surgeon(assurance)));

        assertThat(refusal.getStatusCode()).isEqualTo(401);
        assertThat(refusal.getResponseHeaders().get("WWW-Authenticate")).containsExactly(CHALLENGE);
    }
}
