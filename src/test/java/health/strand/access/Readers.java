package health.strand.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The people of the acceptance matrix. */
final class Readers {

    static final PatientId ANA = new PatientId("ana");
    static final PatientId BEN = new PatientId("ben");

    private Readers() {}

    static Reader ana() {
        return new Reader(
                ReaderKind.PATIENT,
                "Patient/ana",
                Set.of(),
                ClientRole.OWN,
                PurposeOfUse.PATRQT,
                Set.of("Patient/ana"),
                Map.of(ANA, Relation.SELF));
    }

    /** Represents Ana. */
    static Reader pat() {
        return new Reader(
                ReaderKind.REPRESENTATIVE,
                "RelatedPerson/pat",
                Set.of(),
                ClientRole.OWN,
                PurposeOfUse.FAMRQT,
                Set.of("RelatedPerson/pat"),
                Map.of(ANA, Relation.REPRESENTATIVE));
    }

    /** Treats Ana. */
    static Reader sora() {
        return treating(staff("Practitioner/sora", PurposeOfUse.TREAT, ClinicRole.SURGEON));
    }

    /** Treats Ana, too. */
    static Reader tom() {
        return treating(staff("Practitioner/tom", PurposeOfUse.TREAT, ClinicRole.TECHNICIAN));
    }

    /** Does not know Ana. */
    static Reader ito() {
        return staff("Practitioner/ito", PurposeOfUse.TREAT, ClinicRole.DERMATOLOGIST);
    }

    static Reader dara() {
        return staff("Practitioner/dara", PurposeOfUse.HCOMPL, ClinicRole.PRIVACY_OFFICER);
    }

    static Reader lab() {
        return staff("Practitioner/lab", PurposeOfUse.TREAT, ClinicRole.LABORATORY);
    }

    static Reader loader() {
        return new Reader(
                ReaderKind.SYSTEM,
                "client/loader",
                Set.of(),
                ClientRole.OWN,
                PurposeOfUse.TREAT,
                Set.of("client/loader"),
                Map.of());
    }

    static Reader staff(String id, PurposeOfUse purpose, ClinicRole... roles) {
        return new Reader(
                ReaderKind.STAFF,
                id,
                Set.of(roles),
                ClientRole.OWN,
                purpose,
                Set.of(id, "Organization/clinic"),
                Map.of());
    }

    static Reader treating(Reader reader) {
        return with(reader, Map.of(ANA, Relation.TREATING));
    }

    static Reader with(Reader reader, Map<PatientId, Relation> relations) {
        return new Reader(
                reader.kind(),
                reader.id(),
                reader.roles(),
                reader.clientRole(),
                reader.purpose(),
                reader.actors(),
                relations);
    }

    static Reader asking(Reader reader, PurposeOfUse purpose) {
        return new Reader(
                reader.kind(),
                reader.id(),
                reader.roles(),
                reader.clientRole(),
                purpose,
                reader.actors(),
                reader.relations());
    }

    static Reader through(Reader reader, ClientRole client, String... alsoCalled) {
        Set<String> actors = new HashSet<>(reader.actors());
        actors.addAll(Set.of(alsoCalled));
        return new Reader(
                reader.kind(), reader.id(), reader.roles(), client, reader.purpose(), actors, reader.relations());
    }

    static Reader called(Reader reader, String... alsoCalled) {
        return through(reader, reader.clientRole(), alsoCalled);
    }
}
