package health.strand.access;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Says as whom a requester stands before the record; what they are granted there is decided for each patient. */
final class Capacities {

    private Capacities() {}

    static Capacity of(Requester requester) {
        return switch (requester.kind()) {
            case PATIENT ->
                forPatients(
                        requester,
                        requester.ownRecords().stream().map(Audience::of).collect(Collectors.toSet()));
            case REPRESENTATIVE -> forPatients(requester, Set.of(Audience.ofRepresentative(requester.person())));
            case STAFF -> ofStaff(requester);
            case SYSTEM -> ofSystem(requester);
            case UNKNOWN -> Capacity.none();
        };
    }

    private static Capacity forPatients(Requester requester, Set<Audience> audiences) {
        return new Capacity(audiences, requester.clientId(), RoleTable.OPEN_TO_ALL, Set.of());
    }

    private static Capacity ofStaff(Requester requester) {
        Set<Audience> audiences = new HashSet<>();
        Set<ClinicRole> roles = requester.actingRoles();
        for (ClinicRole role : roles) {
            audiences.add(Audience.of(role));
            audiences.add(new Audience(requester.person(), role.purpose()));
        }
        boolean treats = roles.stream().anyMatch(role -> role.purpose() == PurposeOfUse.TREAT);
        if (treats && requester.strong()) {
            // to whom nothing is granted but where they have opened a record
            audiences.add(Audience.inEmergency(requester.person()));
        }
        return new Capacity(audiences, requester.clientId(), RoleTable.everywhere(roles), RoleTable.intake(roles));
    }

    /** Another's back end reads what consents open to it by name, and writes nothing unasked. */
    private static Capacity ofSystem(Requester requester) {
        Audience itself = new Audience("client/" + requester.clientId(), PurposeOfUse.TREAT);
        return requester.clientRole() == ClientRole.OWN
                ? new Capacity(
                        Set.of(itself, Audience.ofOwnSystems()),
                        requester.clientId(),
                        RoleTable.OPEN_TO_OWN_SYSTEMS,
                        java.util.EnumSet.allOf(DataClass.class))
                : new Capacity(Set.of(itself), requester.clientId(), RoleTable.OPEN_TO_ALL, Set.of());
    }
}
