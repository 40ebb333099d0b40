package health.strand.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The access rules a second time: slow, literal, and without a line of the engine, to be compared with it.
 *
 * <p>Knows only the types in {@link #TYPES}, with the numbers of their classes.
 */
final class NaiveAccess {

    static final Map<String, List<Integer>> TYPES = Map.ofEntries(
            Map.entry("Patient", List.of(1)),
            Map.entry("Appointment", List.of(2)),
            Map.entry("Communication", List.of(2, 8)),
            Map.entry("Invoice", List.of(3)),
            Map.entry("Observation", List.of(4, 7)),
            Map.entry("FamilyMemberHistory", List.of(7)),
            Map.entry("QuestionnaireResponse", List.of(4, 8)),
            Map.entry("Media", List.of(5, 6, 10)),
            Map.entry("Consent", List.of(8)),
            Map.entry("AuditEvent", List.of(9)),
            Map.entry("Device", List.of(0, 4)),
            Map.entry("Practitioner", List.of(0)),
            Map.entry("ValueSet", List.of(12)),
            Map.entry("Basic", List.of()));

    private final Requester requester;
    private final List<Demand> demands;

    NaiveAccess(Requester requester, List<Demand> demands) {
        this.requester = requester;
        this.demands = demands;
    }

    static List<Integer> classes(Demand demand) {
        return TYPES.getOrDefault(demand.resourceType(), List.of());
    }

    boolean permits() {
        return !demands.isEmpty() && complaints().isEmpty();
    }

    /** Every objection, as `REASON Type.letter`. */
    Set<String> complaints() {
        Set<String> complaints = new TreeSet<>();
        for (Demand demand : demands) {
            complain(demand, complaints);
        }
        return complaints;
    }

    private void complain(Demand demand, Set<String> complaints) {
        boolean write = "cud".indexOf(demand.permission().letter()) >= 0;
        if (requester.kind() == RequesterKind.UNKNOWN) {
            complaints.add("REQUESTER_UNKNOWN " + demand);
        }
        if (usable(demand).isEmpty()) {
            boolean fitting = false;
            for (Scope scope : covering(demand)) {
                boolean system = scope.context() == ScopeContext.SYSTEM;
                fitting |= requester.kind() != RequesterKind.UNKNOWN
                        && system == (requester.kind() == RequesterKind.SYSTEM);
            }
            complaints.add((fitting ? "NO_PATIENT_IN_CONTEXT " : "SCOPE_MISSING ") + demand);
        }
        List<Integer> possible = classes(demand);
        Set<Integer> mine = write ? writable() : readable();
        if (possible.isEmpty()) {
            complaints.add("TYPE_NOT_SERVED " + demand);
        } else if (possible.stream().noneMatch(mine::contains)) {
            boolean genes = requester.kind() == RequesterKind.STAFF
                    && possible.contains(7)
                    && requester.roles().stream()
                            .anyMatch(role -> (write ? writtenBy(role.code()) : readBy(role.code())).contains(7));
            complaints.add((genes ? "STRONGER_LOG_IN_NEEDED " : "ROLE_DOES_NOT_COVER_TYPE ") + demand);
        }
        boolean theirs =
                List.of("QuestionnaireResponse", "Consent", "Communication").contains(demand.resourceType())
                        && demand.permission() != Permission.DELETE;
        if (owner() && write && !theirs) {
            boolean kept = demand.resourceType().equals("Consent") && demand.permission() == Permission.DELETE;
            complaints.add((kept ? "CONSENTS_ARE_KEPT " : "NOT_FOR_PATIENTS_TO_WRITE ") + demand);
        }
    }

    Set<Integer> readable() {
        Set<Integer> classes = new TreeSet<>();
        if (owns() || requester.kind() == RequesterKind.SYSTEM) {
            classes.addAll(everyClass());
        }
        if (requester.kind() == RequesterKind.STAFF) {
            for (ClinicRole role : requester.roles()) {
                classes.addAll(List.of(0, 12));
                classes.addAll(readBy(role.code()));
            }
            if (!requester.strong()) {
                classes.remove(7);
            }
        }
        return classes;
    }

    /** The classes seen of everybody; what the tables say of whole clinics. */
    Set<Integer> everywhere() {
        Set<Integer> classes = new TreeSet<>();
        switch (requester.kind()) {
            case PATIENT, REPRESENTATIVE -> classes.addAll(List.of(0, 12));
            case STAFF -> {
                classes.addAll(List.of(0, 12));
                requester.roles().forEach(role -> classes.addAll(everywhereBy(role.code())));
            }
            case SYSTEM -> {
                classes.addAll(everyClass());
                classes.remove(7);
            }
            case UNKNOWN -> {
                // nobody sees nothing
            }
        }
        return classes;
    }

    Set<Integer> intake() {
        Set<Integer> classes = new TreeSet<>();
        if (requester.kind() == RequesterKind.SYSTEM) {
            classes.addAll(everyClass());
        }
        if (requester.kind() == RequesterKind.STAFF) {
            requester
                    .roles()
                    .forEach(role -> writtenBy(role.code()).stream()
                            .filter(each -> role.code().equals("reception")
                                    || everywhereBy(role.code()).contains(each))
                            .forEach(classes::add));
        }
        return classes;
    }

    Set<Audience> audiences() {
        Set<Audience> all = new java.util.HashSet<>();
        if (requester.kind() == RequesterKind.PATIENT) {
            requester
                    .ownRecords()
                    .forEach(each -> all.add(new Audience("Patient/" + each.value(), PurposeOfUse.PATRQT)));
        }
        if (requester.kind() == RequesterKind.REPRESENTATIVE) {
            all.add(new Audience(requester.person(), PurposeOfUse.FAMRQT));
        }
        if (requester.kind() == RequesterKind.SYSTEM) {
            all.add(new Audience("client/client", PurposeOfUse.TREAT));
            all.add(new Audience("role/system", PurposeOfUse.TREAT));
        }
        if (requester.kind() == RequesterKind.STAFF) {
            for (ClinicRole role : requester.roles()) {
                PurposeOfUse purpose = PurposeOfUse.valueOf(purposeOf(role.code()));
                all.add(new Audience("role/" + role.code(), purpose));
                all.add(new Audience("Practitioner/p", purpose));
                if (purpose.name().equals("TREAT") && requester.strong() && !writes()) {
                    all.add(new Audience("Practitioner/p", PurposeOfUse.BTG));
                }
            }
        }
        return all;
    }

    private boolean writes() {
        return demands.stream()
                .anyMatch(demand -> "cud".indexOf(demand.permission().letter()) >= 0);
    }

    Set<Integer> writable() {
        Set<Integer> classes = new TreeSet<>();
        if (requester.kind() == RequesterKind.SYSTEM) {
            classes.addAll(everyClass());
        }
        if (owns()) {
            classes.addAll(List.of(2, 4, 8));
        }
        if (requester.kind() == RequesterKind.STAFF) {
            requester.roles().forEach(role -> classes.addAll(writtenBy(role.code())));
            if (!requester.strong()) {
                classes.remove(7);
            }
        }
        return classes;
    }

    /** The patients within reach; null stands for all. */
    @Nullable
    Set<PatientId> patients() {
        if (requester.kind() == RequesterKind.SYSTEM) {
            return null;
        }
        if (owner()) {
            return ownReach();
        }
        boolean anyUserScope = requester.scopes().all().stream().anyMatch(each -> each.context() == ScopeContext.USER);
        boolean everybody = anyUserScope;
        for (Demand demand : demands) {
            boolean aboutPatients = classes(demand).stream().anyMatch(each -> each != 0 && each != 12);
            boolean byUserScope = usable(demand).stream().anyMatch(each -> each.context() == ScopeContext.USER);
            everybody &= !aboutPatients || byUserScope;
        }
        return everybody ? null : inContext();
    }

    /** Whether a resource of this class, of these patients, with these facts is let through. */
    boolean admits(Demand demand, int dataClass, Set<PatientId> of, Set<SearchRestriction> facts) {
        if (!permits()) {
            return false;
        }
        for (Scope scope : usable(demand)) {
            boolean everybody = scope.context() == ScopeContext.SYSTEM
                    || (scope.context() == ScopeContext.USER && requester.kind() == RequesterKind.STAFF);
            Set<PatientId> these = owner() ? ownReach() : inContext();
            boolean patientsFit = dataClass == 0
                    || dataClass == 12
                    || ((everybody || holds(these, of)) && (patients() == null || holds(patients(), of)));
            if (patientsFit && facts.containsAll(scope.restrictions())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(@Nullable Set<PatientId> reach, Set<PatientId> of) {
        return reach != null && !of.isEmpty() && reach.containsAll(of);
    }

    private List<Scope> covering(Demand demand) {
        List<Scope> covering = new ArrayList<>();
        for (Scope scope : requester.scopes().all()) {
            boolean type =
                    scope.resourceType().equals("*") || scope.resourceType().equals(demand.resourceType());
            if (type && scope.permissions().contains(demand.permission())) {
                covering.add(scope);
            }
        }
        return covering;
    }

    private List<Scope> usable(Demand demand) {
        List<Scope> usable = new ArrayList<>();
        for (Scope scope : covering(demand)) {
            String how = (owner() ? RequesterKind.PATIENT : requester.kind()) + "/" + scope.context();
            boolean ownChoice = requester.contextPatient() == null
                    ? requester.ownRecords().size() == 1
                    : requester.ownRecords().contains(requester.contextPatient());
            if (how.equals("SYSTEM/SYSTEM")
                    || how.equals("STAFF/USER")
                    || (how.equals("STAFF/PATIENT") && requester.contextPatient() != null)
                    || (how.equals("PATIENT/USER") && owns())
                    || (how.equals("PATIENT/PATIENT") && ownChoice)) {
                usable.add(scope);
            }
        }
        return usable;
    }

    private boolean owner() {
        return requester.kind() == RequesterKind.PATIENT || requester.kind() == RequesterKind.REPRESENTATIVE;
    }

    private boolean owns() {
        return owner() && !requester.ownRecords().isEmpty();
    }

    private Set<PatientId> ownReach() {
        Set<PatientId> own = new HashSet<>(requester.ownRecords());
        if (requester.contextPatient() != null && own.contains(requester.contextPatient())) {
            own.retainAll(inContext());
        }
        return own;
    }

    private Set<PatientId> inContext() {
        PatientId patient = requester.contextPatient();
        return patient == null ? Set.of() : Set.of(patient);
    }

    private static Set<Integer> everyClass() {
        return Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    private static List<Integer> readBy(String role) {
        return switch (role) {
            case "surgeon", "dermatologist", "trichologist", "nurse", "technician", "external-clinician" ->
                List.of(1, 2, 4, 5, 6, 7);
            case "reception" -> List.of(1, 2);
            case "billing" -> List.of(1, 3);
            case "privacy-officer" -> List.of(1, 4, 5, 6, 7, 8, 9);
            case "marketing" -> List.of(10);
            case "researcher" -> List.of(11);
            case "laboratory" -> List.of(7);
            case "analytics-vendor" -> List.of(4, 5);
            default -> List.of();
        };
    }

    private static List<Integer> everywhereBy(String role) {
        return role.equals("privacy-officer") ? List.of(8, 9) : role.equals("billing") ? readBy(role) : List.of();
    }

    private static String purposeOf(String role) {
        return switch (role) {
            case "reception" -> "PATADMIN";
            case "billing" -> "HPAYMT";
            case "marketing" -> "HMARKT";
            case "manager", "analytics-vendor" -> "HOPERAT";
            case "administrator" -> "HSYSADMIN";
            case "privacy-officer" -> "HCOMPL";
            case "researcher" -> "HRESCH";
            default -> "TREAT";
        };
    }

    private static List<Integer> writtenBy(String role) {
        return switch (role) {
            case "surgeon", "dermatologist", "trichologist" -> List.of(1, 2, 4, 5, 6, 7);
            case "nurse", "technician" -> List.of(2, 4, 5, 6);
            case "reception" -> List.of(1, 2);
            case "billing" -> List.of(3);
            case "administrator" -> List.of(0);
            default -> List.of();
        };
    }
}
