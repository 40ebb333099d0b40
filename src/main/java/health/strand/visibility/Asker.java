package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.explanation.Inquiry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could ask for a record: a person for one purpose, or a back end.
 *
 * @param who such as {@code Practitioner/x}; empty for a back end
 * @param client the app used, or the back end; empty for an app, or a back end of the clinic, that nobody names
 */
record Asker(String who, String client, PurposeOfUse purpose) {

    private static final Set<ClientRole> OF_STAFF = Set.of(ClientRole.OWN, ClientRole.PROCESSOR);
    private static final String PATIENT = "Patient/";

    /** Who that is at an instant, as the compiler of decisions asks about them. */
    Reader reader(Picture picture, Instant at) {
        return asked(new Readers(picture, at)).reader();
    }

    /** The same, as one of the readers of an instant. */
    Readers.Asked asked(Readers readers) {
        Picture picture = readers.picture();
        if (who.isEmpty()) {
            return readers.system(client, client.isEmpty() ? ClientRole.OWN : clientRole(picture));
        }
        if (who.startsWith(PATIENT)) {
            return readers.owner(new PatientId(who.substring(PATIENT.length())), client, clientRole(picture));
        }
        if (isRepresentative()) {
            return readers.representative(who, client, clientRole(picture));
        }
        ClientRole role = picture.distinguished(OF_STAFF).getOrDefault(client, ClientRole.OWN);
        Set<ClinicRole> acting = readers.acting(who, purpose);
        return purpose == PurposeOfUse.BTG
                ? readers.inEmergency(who, acting, client, role)
                : readers.person(who, acting, purpose, client, role);
    }

    /** Whether they are anybody to the patient at an instant: what comes and goes is a role, a mandate, an emergency. */
    boolean isThere(Readers readers, PatientId patient) {
        Picture picture = readers.picture();
        if (isRepresentative()) {
            return picture.representedBy(who, readers.at()).contains(patient);
        }
        return !isStaff()
                || !readers.acting(who, purpose).isEmpty()
                        && (purpose != PurposeOfUse.BTG
                                || picture.openedBy(who, readers.at()).contains(patient));
    }

    boolean isStaff() {
        return !who.isEmpty() && !who.startsWith(PATIENT) && !isRepresentative();
    }

    private boolean isRepresentative() {
        return who.startsWith("RelatedPerson/");
    }

    /** The same person in every app that may see something else than the clinic's usual one. */
    List<Asker> inOtherApps(Picture picture) {
        return picture.distinguished(OF_STAFF).keySet().stream()
                .sorted()
                .map(app -> new Asker(who, app, purpose))
                .toList();
    }

    private ClientRole clientRole(Picture picture) {
        return picture.clients().getOrDefault(client, ClientRole.PATIENT_APP);
    }

    /** @param action null for reading, as rows are decided about */
    Inquiry inquiry(Picture picture, Matter matter, @Nullable Action action, Instant at) {
        Reader reader = reader(picture, at);
        return new Inquiry(
                reader,
                client,
                true,
                matter,
                action == null ? Verdicts.asking(reader) : action,
                picture.directives(),
                at);
    }
}
