package health.strand.provision;

import health.strand.access.PurposeOfUse;
import health.strand.realm.ScopeCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** What an app may ask for, and what for. */
final class AppScopes {

    /** Every OpenID request holds it; Keycloak has no scope of that name. */
    private static final String OPENID = "openid";

    private AppScopes() {}

    /** All there are for an app of people that names none; a back end names its own. */
    static List<String> of(Arguments arguments, AppKind kind) {
        List<String> named = arguments.list("--scopes").stream()
                .filter(scope -> !scope.equals(OPENID))
                .toList();
        if (named.isEmpty() && !kind.isForPeople()) {
            throw new ProvisionFailed("a backend needs --scopes, such as \"system/Observation.rs\"");
        }
        named.forEach(scope -> check(scope, kind));
        return named.isEmpty() ? forPeople() : named;
    }

    /** Codes of v3-ActReason. */
    static List<String> purposes(Arguments arguments, AppKind kind) {
        List<String> purposes = arguments.list("--purposes");
        if (kind.isForPeople() && !purposes.isEmpty()) {
            throw new ProvisionFailed("--purposes are for backends; what a person asks for follows from their role");
        }
        for (String purpose : purposes) {
            if (PurposeOfUse.fromCode(purpose).isEmpty()) {
                throw new ProvisionFailed("`" + purpose
                        + "` is no purpose of use; they are codes of v3-ActReason, such as TREAT or HRESCH");
            }
        }
        return purposes;
    }

    private static void check(String scope, AppKind kind) {
        boolean forSystems = ScopeCatalogue.forSystems().contains(scope);
        if (!forSystems && !forPeople().contains(scope)) {
            throw new ProvisionFailed("the scope `" + scope + "` is unknown");
        }
        if (kind.isForPeople() && forSystems) {
            throw new ProvisionFailed("the scope `" + scope + "` is for backends, not for an app that people use");
        }
        if (!kind.isForPeople() && !forSystems) {
            throw new ProvisionFailed("the scope `" + scope + "` is for apps that people use, not for a backend");
        }
    }

    private static List<String> forPeople() {
        return Stream.concat(ScopeCatalogue.forLaunches().stream(), ScopeCatalogue.forApps().stream())
                .toList();
    }
}
