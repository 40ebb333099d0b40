package health.strand.access;

import java.util.Optional;

/** Patients, and who acts for them, add answers, consents and messages; they change nothing else and delete nothing. */
final class PatientWriteRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        return !isForAPatient(requester.kind()) || isTheirs(demand)
                ? Optional.empty()
                : Optional.of(Objection.of(why(demand), demand));
    }

    /** What was decided must stay provable, so that there is another way to take it back. */
    private static Reason why(Demand demand) {
        return demand.permission() == Permission.DELETE && "Consent".equals(demand.resourceType())
                ? Reason.CONSENTS_ARE_KEPT
                : Reason.NOT_FOR_PATIENTS_TO_WRITE;
    }

    private static boolean isForAPatient(RequesterKind kind) {
        return switch (kind) {
            case PATIENT, REPRESENTATIVE -> true;
            case STAFF, SYSTEM, UNKNOWN -> false;
        };
    }

    private static boolean isTheirs(Demand demand) {
        return switch (demand.permission()) {
            case READ, SEARCH -> true;
            case CREATE, UPDATE -> Entitlement.TYPES_PATIENTS_WRITE.contains(demand.resourceType());
            case DELETE -> false;
        };
    }
}
