package health.strand.keycloak;

import java.util.List;

/** What the scopes of a request ask of a launch. */
final class SmartScopes {

    static final String LAUNCH = "launch";
    static final String LAUNCH_PATIENT = "launch/patient";
    static final String LAUNCH_ENCOUNTER = "launch/encounter";

    private SmartScopes() {}

    /** Whether the token is wanted for the record at all. */
    static boolean concernTheRecord(List<String> scopes) {
        return scopes.stream()
                .anyMatch(each -> each.equals(LAUNCH)
                        || each.startsWith("launch/")
                        || each.startsWith("patient/")
                        || each.startsWith("user/")
                        || each.startsWith("system/"));
    }

    /** Whether there must be a patient: asked for by name, or because data of one patient are. */
    static boolean needAPatient(List<String> scopes) {
        return scopes.stream().anyMatch(each -> each.equals(LAUNCH_PATIENT) || each.startsWith("patient/"));
    }

    static boolean needALaunch(List<String> scopes) {
        return scopes.contains(LAUNCH);
    }
}
