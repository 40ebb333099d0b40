package health.strand.access;

import java.util.Set;

/**
 * Somebody to whom data can be granted: one reader for one purpose.
 *
 * @param reader a person, a role or a client: {@code Practitioner/x}, {@code role/marketing}, {@code client/x}
 */
public record Audience(String reader, PurposeOfUse purpose) {

    /** Everybody who holds a role, for what that role is there for. */
    public static Audience of(ClinicRole role) {
        return new Audience("role/" + role.code(), role.purpose());
    }

    /** The clinic's own back-end systems, which act for treatment. */
    public static Audience ofOwnSystems() {
        return new Audience("role/system", PurposeOfUse.TREAT);
    }

    /** The classes those systems read in everybody's record, but for what a patient withholds. */
    public static Set<DataClass> openToOwnSystems() {
        return RoleTable.OPEN_TO_OWN_SYSTEMS;
    }

    /** Somebody in emergencies they have opened. */
    public static Audience inEmergency(String person) {
        return new Audience(person, PurposeOfUse.BTG);
    }

    /** Somebody who acts for patients, like {@code RelatedPerson/x}. */
    public static Audience ofRepresentative(String person) {
        return new Audience(person, PurposeOfUse.FAMRQT);
    }

    /** Whether it is a person of the staff who comes for that purpose. */
    public boolean isPersonFor(PurposeOfUse wanted) {
        return purpose == wanted && reader.startsWith("Practitioner/");
    }

    /** A patient, as the reader of their own record. */
    public static Audience of(PatientId patient) {
        return new Audience("Patient/" + patient, PurposeOfUse.PATRQT);
    }
}
