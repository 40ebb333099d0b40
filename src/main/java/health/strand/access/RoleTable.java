package health.strand.access;

import static health.strand.access.DataClass.ADMINISTRATION;
import static health.strand.access.DataClass.AUDIT;
import static health.strand.access.DataClass.BILLING;
import static health.strand.access.DataClass.CLINICAL;
import static health.strand.access.DataClass.CONFORMANCE;
import static health.strand.access.DataClass.FACE_IMAGE;
import static health.strand.access.DataClass.IDENTITY;
import static health.strand.access.DataClass.PRIVACY;
import static health.strand.access.DataClass.REGISTRY;
import static health.strand.access.DataClass.SCALP_IMAGE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What each role of the clinic may read and write; a role without a row may do nothing.
 *
 * <p>No role opens genetic data: that takes the patient's consent, by name.
 */
final class RoleTable {

    /** Open to everybody who belongs here: who works where, and how the record is written. */
    private static final DataClasses COMMON = new DataClasses(Set.of(REGISTRY, CONFORMANCE), Set.of());

    private static final Set<DataClass> TREATING = Set.of(IDENTITY, ADMINISTRATION, CLINICAL, SCALP_IMAGE, FACE_IMAGE);
    private static final Set<DataClass> ASSISTING = Set.of(ADMINISTRATION, CLINICAL, SCALP_IMAGE, FACE_IMAGE);
    private static final Set<DataClass> DESK = Set.of(IDENTITY, ADMINISTRATION);
    private static final Set<DataClass> NOTHING = Set.of();

    private static final Map<ClinicRole, DataClasses> ROWS = new EnumMap<>(ClinicRole.class);

    static {
        //  role                           may read                             may write
        row(ClinicRole.SURGEON, DataClasses.union(TREATING, Set.of(PRIVACY)), TREATING);
        row(ClinicRole.DERMATOLOGIST, DataClasses.union(TREATING, Set.of(PRIVACY)), TREATING);
        row(ClinicRole.TRICHOLOGIST, DataClasses.union(TREATING, Set.of(PRIVACY)), TREATING);
        row(ClinicRole.NURSE, TREATING, ASSISTING);
        row(ClinicRole.TECHNICIAN, TREATING, ASSISTING);
        row(ClinicRole.RECEPTION, DESK, DESK);
        row(ClinicRole.BILLING, Set.of(IDENTITY, BILLING), Set.of(BILLING));
        row(ClinicRole.MARKETING, NOTHING, NOTHING);
        row(ClinicRole.MANAGER, NOTHING, NOTHING);
        row(ClinicRole.ADMINISTRATOR, NOTHING, Set.of(REGISTRY));
        row(ClinicRole.PRIVACY_OFFICER, Set.of(PRIVACY, AUDIT), NOTHING);
        row(ClinicRole.RESEARCHER, NOTHING, NOTHING);
        row(ClinicRole.LABORATORY, NOTHING, NOTHING);
        row(ClinicRole.IMAGING_VENDOR, NOTHING, NOTHING);
        row(ClinicRole.ANALYTICS_VENDOR, NOTHING, NOTHING);
        row(ClinicRole.EXTERNAL_CLINICIAN, NOTHING, NOTHING);
    }

    private RoleTable() {}

    /** The classes of all the roles together. */
    static DataClasses of(Set<ClinicRole> roles) {
        DataClasses classes = DataClasses.NONE;
        for (ClinicRole role : roles) {
            classes = classes.or(COMMON).or(ROWS.getOrDefault(role, DataClasses.NONE));
        }
        return classes;
    }

    private static void row(ClinicRole role, Set<DataClass> readable, Set<DataClass> writable) {
        ROWS.put(role, new DataClasses(readable, writable));
    }
}
