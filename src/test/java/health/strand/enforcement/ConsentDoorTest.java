package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.consent.ConsentRules;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.junit.jupiter.api.Test;

/** What follows from a consent follows once, however often HAPI says that it was written. */
class ConsentDoorTest {

    private final List<String> followed = new ArrayList<>();
    private final RequestDetails request = new SystemRequestDetails();
    private final ConsentDoor door = new ConsentDoor(
            new ConsentRules(ZoneOffset.UTC, Set.of(), (person, patient, at) -> false, Optional.empty()),
            (before, after, asked) -> followed.add(after.getId() + (before == null ? " new" : " changed")),
            written -> List.of(),
            Clock.systemUTC());

    private static Consent consent(String version) {
        Consent consent = new Consent().setStatus(ConsentState.INACTIVE);
        consent.setId("Consent/c/_history/" + version);
        return consent;
    }

    @Test
    void followsOnceWhenTheHookIsCalledTwice() {
        Consent first = consent("1");
        Consent second = consent("2");

        door.created(first, request);
        door.created(first, request);
        door.updated(first, second, request);
        door.updated(first, second, request);

        assertThat(followed).containsExactly("Consent/c/_history/1 new", "Consent/c/_history/2 changed");
    }

    @Test
    void followsAgainWhenTheSameObjectIsStoredInANewVersion() {
        Consent consent = consent("1");

        door.created(consent, request);
        consent.setId("Consent/c/_history/2");
        door.updated(consent("1"), consent, request);

        assertThat(followed).hasSize(2);
    }
}
