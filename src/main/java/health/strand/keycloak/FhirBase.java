package health.strand.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** The address of the record that the realm's tokens are for: the one its client scope {@code fhir-audience} writes. */
final class FhirBase {

    private static final String SCOPE = "fhir-audience";
    private static final String AUDIENCE = "included.custom.audience";

    private FhirBase() {}

    /** Without a slash at its end; empty when the realm names none. */
    static Optional<String> of(RealmModel realm) {
        return realm.getClientScopesStream()
                .filter(scope -> SCOPE.equals(scope.getName()))
                .flatMap(scope -> scope.getProtocolMappersStream())
                .map(mapper -> mapper.getConfig().get(AUDIENCE))
                .filter(address -> address != null && !address.isBlank())
                .map(FhirBase::withoutSlash)
                .findFirst();
    }

    /** Whether an app means this record. */
    static boolean isMeant(@Nullable String audience, String base) {
        return audience != null && withoutSlash(audience).equals(base);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
