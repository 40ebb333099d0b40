package health.strand.access;

import java.util.Optional;

/** Patients, and who acts for them, add answers, consents and messages; they change nothing else and delete nothing. */
final class PatientWriteRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        return !isForAPatient(requester.kind()) || isTheirs(demand)
                ? Optional.empty()
                : Optional.of(Objection.of(Reason.NOT_FOR_PATIENTS_TO_WRITE, demand));
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
