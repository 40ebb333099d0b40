package health.strand.access;

import static health.strand.access.DataClass.ADMINISTRATION;
import static health.strand.access.DataClass.AUDIT;
import static health.strand.access.DataClass.BILLING;
import static health.strand.access.DataClass.CLINICAL;
import static health.strand.access.DataClass.CONFORMANCE;
import static health.strand.access.DataClass.FACE_IMAGE;
import static health.strand.access.DataClass.GENETIC;
import static health.strand.access.DataClass.IDENTITY;
import static health.strand.access.DataClass.MARKETING;
import static health.strand.access.DataClass.PRIVACY;
import static health.strand.access.DataClass.REGISTRY;
import static health.strand.access.DataClass.RESEARCH;
import static health.strand.access.DataClass.SCALP_IMAGE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What each role of the clinic may read and write at most; a role without a row may do nothing. Whose record it may be
 * read in is decided for each patient, but for the classes a role reads of everybody.
 *
 * <p>No role reads genetic data of everybody: that takes the patient's consent, by name.
 */
final class RoleTable {

    /** Open to everybody who belongs here: who works where, and how the record is written. */
    static final Set<DataClass> OPEN_TO_ALL = Set.of(REGISTRY, CONFORMANCE);

    /** What the clinic's own back ends read in everybody's record; genetic data takes the patient's consent there too. */
    static final Set<DataClass> OPEN_TO_OWN_SYSTEMS = EnumSet.complementOf(EnumSet.of(DataClass.GENETIC));

    private static final DataClasses COMMON = new DataClasses(OPEN_TO_ALL, Set.of());

    private static final Set<DataClass> TREATING =
            Set.of(IDENTITY, ADMINISTRATION, CLINICAL, SCALP_IMAGE, FACE_IMAGE, GENETIC);
    private static final Set<DataClass> ASSISTING = Set.of(ADMINISTRATION, CLINICAL, SCALP_IMAGE, FACE_IMAGE);
    private static final Set<DataClass> OVERSIGHT = Set.of(PRIVACY, AUDIT);
    /** Where a case is open. */
    private static final Set<DataClass> EXAMINING =
            Set.of(IDENTITY, CLINICAL, SCALP_IMAGE, FACE_IMAGE, GENETIC, PRIVACY, AUDIT);

    private static final Set<DataClass> DESK = Set.of(IDENTITY, ADMINISTRATION);
    private static final Set<DataClass> NOTHING = Set.of();

    private record Row(DataClasses most, Set<DataClass> everywhere, Set<DataClass> intake) {}

    private static final Map<ClinicRole, Row> ROWS = new EnumMap<>(ClinicRole.class);

    static {
        //  role                           may read at most               may write at most  reads of everybody
        row(ClinicRole.SURGEON, TREATING, TREATING, NOTHING);
        row(ClinicRole.DERMATOLOGIST, TREATING, TREATING, NOTHING);
        row(ClinicRole.TRICHOLOGIST, TREATING, TREATING, NOTHING);
        row(ClinicRole.NURSE, TREATING, ASSISTING, NOTHING);
        row(ClinicRole.TECHNICIAN, TREATING, ASSISTING, NOTHING);
        // takes in whoever comes, and sees whoever is expected
        ROWS.put(ClinicRole.RECEPTION, new Row(new DataClasses(DESK, DESK), NOTHING, DESK));
        row(ClinicRole.BILLING, Set.of(IDENTITY, BILLING), Set.of(BILLING), Set.of(IDENTITY, BILLING));
        row(ClinicRole.MARKETING, Set.of(MARKETING), NOTHING, NOTHING);
        row(ClinicRole.MANAGER, NOTHING, NOTHING, NOTHING);
        row(ClinicRole.ADMINISTRATOR, NOTHING, Set.of(REGISTRY), NOTHING);
        row(ClinicRole.PRIVACY_OFFICER, EXAMINING, NOTHING, OVERSIGHT);
        row(ClinicRole.RESEARCHER, Set.of(RESEARCH), NOTHING, NOTHING);
        row(ClinicRole.LABORATORY, Set.of(GENETIC), NOTHING, NOTHING);
        row(ClinicRole.IMAGING_VENDOR, NOTHING, NOTHING, NOTHING);
        row(ClinicRole.ANALYTICS_VENDOR, Set.of(CLINICAL, SCALP_IMAGE), NOTHING, NOTHING);
        row(ClinicRole.EXTERNAL_CLINICIAN, TREATING, NOTHING, NOTHING);
    }

    private RoleTable() {}

    /** The classes of all the roles together. */
    static DataClasses of(Set<ClinicRole> roles) {
        DataClasses classes = DataClasses.NONE;
        for (ClinicRole role : roles) {
            classes = classes.or(COMMON).or(row(role).most());
        }
        return classes;
    }

    /** The classes these roles read in everybody's record. */
    static Set<DataClass> everywhere(Set<ClinicRole> roles) {
        Set<DataClass> classes = EnumSet.copyOf(OPEN_TO_ALL);
        roles.forEach(role -> classes.addAll(row(role).everywhere()));
        return classes;
    }

    /** The classes these roles write into everybody's record, whether they read there or not. */
    static Set<DataClass> intake(Set<ClinicRole> roles) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        roles.forEach(role -> classes.addAll(row(role).intake()));
        return classes;
    }

    private static Row row(ClinicRole role) {
        return ROWS.getOrDefault(role, new Row(DataClasses.NONE, NOTHING, NOTHING));
    }

    private static void row(
            ClinicRole role, Set<DataClass> readable, Set<DataClass> writable, Set<DataClass> everywhere) {
        Set<DataClass> intake = DataClasses.intersection(writable, everywhere);
        ROWS.put(role, new Row(new DataClasses(readable, writable), everywhere, intake));
    }
}
