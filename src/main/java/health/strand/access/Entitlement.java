package health.strand.access;

import java.util.EnumSet;
import java.util.Set;

/** The data classes a requester is entitled to by what they are: a patient, staff in roles, or a back-end client. */
final class Entitlement {

    /** What patients themselves add to their record. */
    static final Set<String> TYPES_PATIENTS_WRITE = Set.of("QuestionnaireResponse", "Consent", "Communication");

    private static final DataClasses OF_PATIENTS =
            new DataClasses(EnumSet.allOf(DataClass.class), classesOf(TYPES_PATIENTS_WRITE));

    private Entitlement() {}

    static DataClasses of(Requester requester) {
        return switch (requester.kind()) {
            case PATIENT, REPRESENTATIVE -> requester.ownRecords().isEmpty() ? DataClasses.NONE : OF_PATIENTS;
            case STAFF -> ofStaff(requester);
            case SYSTEM -> DataClasses.ALL;
            case UNKNOWN -> DataClasses.NONE;
        };
    }

    /** Genetic data takes a strong log-in. Patients open their own record by what they chose for it. */
    private static DataClasses ofStaff(Requester requester) {
        DataClasses most = RoleTable.of(requester.actingRoles());
        return requester.strong() ? most : most.without(DataClass.GENETIC);
    }

    /** Whether a stronger log-in would open this class. */
    static boolean needsStrong(Requester requester, DataClass dataClass) {
        return !of(requester).readable().contains(dataClass)
                && of(requester.strongly()).readable().contains(dataClass);
    }

    private static Set<DataClass> classesOf(Set<String> types) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        types.forEach(type -> classes.addAll(DataClass.possibleFor(type)));
        return classes;
    }
}
