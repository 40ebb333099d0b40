package health.strand.embedded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The authenticator of the demo as a credential of an account, as realm files have it: texts with JSON inside. */
public final class DemoCredential {

    private DemoCredential() {}

    /** One for one account. */
    public static ObjectNode json() {
        ObjectNode parameters = object().put("subType", "totp")
                .put("digits", DemoAuthenticator.DIGITS)
                .put("counter", 0)
                .put("period", DemoAuthenticator.PERIOD_SECONDS)
                .put("algorithm", DemoAuthenticator.ALGORITHM);
        return object().put("type", "otp")
                .put("userLabel", "demo")
                .put(
                        "secretData",
                        object().put("value", DemoAuthenticator.SECRET).toString())
                .put("credentialData", parameters.toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
