package health.strand.server;

import health.strand.access.PatientId;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import health.strand.smart.SignInEvent;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into the trail what the authorization server tells of people who sign in and out and of tokens it gives out. */
final class SignInRecord {

    private static final String PATIENT = "Patient/";

    private final AuditTrail trail;
    private final String issuer;

    /** @param issuer the address of the authorization server */
    SignInRecord(AuditTrail trail, String issuer) {
        this.trail = trail;
        this.issuer = issuer;
    }

    /** The same event once, however often it is told. It is about a patient only where that is who signs in. */
    void keep(SignInEvent event) {
        String person = Objects.requireNonNullElse(event.fhirUser(), "");
        Actor actor = new Actor(
                person,
                Objects.requireNonNullElse(event.clientId(), ""),
                List.of(),
                List.of(),
                Objects.requireNonNullElse(event.address(), ""),
                "",
                Set.of());
        Outcome outcome = event.error() == null ? Outcome.DONE : Outcome.FAILED;
        String query = event.grant() == null ? null : "grant_type=" + event.grant();
        Deed deed = new Deed(interaction(event.deed()), null, outcome, event.error(), issuer, query);
        trail.add(List.of(new TrailEntry(
                event.id(),
                event.at().truncatedTo(ChronoUnit.MICROS),
                patient(person),
                actor,
                deed,
                List.of(),
                Set.of())));
    }

    private static @Nullable PatientId patient(String person) {
        return person.startsWith(PATIENT) ? new PatientId(person.substring(PATIENT.length())) : null;
    }

    private static Interaction interaction(SignInEvent.Deed deed) {
        return switch (deed) {
            case LOGIN -> Interaction.SIGN_IN;
            case LOGOUT -> Interaction.SIGN_OUT;
            case TOKEN -> Interaction.TOKEN;
        };
    }
}
