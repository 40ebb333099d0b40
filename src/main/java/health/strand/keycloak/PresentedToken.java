package health.strand.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;

/** A JWT that a form of the present request holds, and that Keycloak has verified already. */
final class PresentedToken {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private PresentedToken() {}

    /** A field of the form. */
    static Optional<String> field(KeycloakSession session, String name) {
        return Optional.ofNullable(session.getContext().getHttpRequest())
                .map(request -> request.getDecodedFormParameters().getFirst(name));
    }

    /** The claims of the token in that field. */
    static Optional<Map<String, Object>> claims(KeycloakSession session, String name) {
        return field(session, name).flatMap(PresentedToken::parse);
    }

    private static Optional<Map<String, Object>> parse(String token) {
        try {
            return Optional.of(new JWSInput(token).readJsonContent(OBJECT));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }
}
