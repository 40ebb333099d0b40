package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.server.RunningStrand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** The trail says who signed in and out at the authorization server, who tried to, and what tokens were given out. */
class SignInTrailIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int TRIES = 40;

    private final String dara = STRAND.token("dara");
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final App app = Apps.ofTheClinic("test-sign-in-trail-" + System.nanoTime());

    private List<AuditEvent> events(String token, String query) {
        String answer = STRAND.get(token, "AuditEvent?_count=50&type=110114&date=ge" + began + "&" + query)
                .body();
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getAgent().stream()
                        .anyMatch(agent -> app.client()
                                .equals(agent.getWho().getIdentifier().getValue())))
                .toList();
    }

    /** They come a moment later. */
    private List<AuditEvent> eventually(String token, String query) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<AuditEvent> found = events(token, query);
            if (!found.isEmpty()) {
                return found;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("nothing was recorded of " + query);
    }

    @Test
    void saysWhoSignedInGotTokensAndSignedOut() throws InterruptedException {
        Request request = app.request("openid fhirUser launch/patient patient/*.rs");
        Visitor visitor = new Visitor(App.REDIRECT);
        Visitor.Place page = visitor.open(app.address(request));
        Visitor.Place again =
                visitor.submit(page, page.fields().set("username", "ana").set("password", "not hers"));
        Visitor.Place place = visitor.logIn(again, "ana");
        for (int shown = 0; shown < 3 && !place.isBack(); shown++) {
            place = visitor.submit(place, place.fields());
        }
        Answer tokens = app.exchange(request, place.told());
        app.refresh(tokens.text("refresh_token"));
        app.post("logout", health.strand.launch.Fields.of("refresh_token", tokens.text("refresh_token")));
        String ana = "Patient/" + STRAND.id("ana");

        assertThat(eventually(dara, "subtype=110123")).hasSize(1);
        assertThat(eventually(dara, "subtype=110122&outcome=0")).singleElement().satisfies(event -> {
            assertThat(event.getAgent())
                    .anyMatch(agent -> ana.equals(agent.getWho().getReference()) && agent.getRequestor());
            assertThat(event.getEntityFirstRep().getWhat().getReference()).isEqualTo(ana);
        });
        assertThat(events(dara, "subtype=110122&outcome=4")).singleElement().satisfies(event -> {
            assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
            assertThat(event.getOutcomeDesc()).isEqualTo("invalid_user_credentials");
        });
        assertThat(eventually(dara, "subtype=ITI-71&outcome=0"))
                .extracting(event -> new String(
                        event.getEntity().stream()
                                .filter(AuditEvent.AuditEventEntityComponent::hasQuery)
                                .findFirst()
                                .orElseThrow()
                                .getQuery(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .containsExactly("grant_type=refresh_token", "grant_type=authorization_code");
        String other = STRAND.token("ana");
        assertThat(events(other, "subtype=110122")).hasSize(2);
        assertThat(events(STRAND.token("ben"), "subtype=110122")).isEmpty();

        // its access has ended
        assertThat(STRAND.get(tokens.text("access_token"), ana).statusCode()).isEqualTo(401);
        Bundle refused = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        STRAND.get(dara, "AuditEvent?_count=5&outcome=8&agent=" + ana + "&date=ge" + began)
                                .body());
        assertThat(refused.getEntry())
                .anyMatch(entry -> "access-ended".equals(((AuditEvent) entry.getResource()).getOutcomeDesc()));
    }
}
