package health.strand.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import javax.net.ssl.SSLException;

/** Says in words of the person at the terminal what a Keycloak has answered, or why it has not. */
record Refusals(String server, String client) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FORBIDDEN = 403;

    ProvisionFailed noKeycloak(String why) {
        return new ProvisionFailed(server + " is no Keycloak: " + why);
    }

    ProvisionFailed notLetIn(WebApplicationException answer) {
        return new ProvisionFailed(
                "Keycloak does not let the client " + client + " of its master realm in with this secret: "
                        + told(answer),
                answer);
    }

    /** @param purpose of what was refused */
    ProvisionFailed refused(String purpose, WebApplicationException answer) {
        if (answer.getResponse().getStatus() == FORBIDDEN) {
            return new ProvisionFailed(
                    "the client " + client + " may not " + purpose
                            + "; its service account needs the role admin of the master realm",
                    answer);
        }
        return new ProvisionFailed("Keycloak refused to " + purpose + ": " + told(answer), answer);
    }

    ProvisionFailed unreached(ProcessingException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SSLException)) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String what = cause instanceof SSLException ? "no TLS that can be trusted at " : "nothing answers at ";
        return new ProvisionFailed(what + server + ": " + why, failure);
    }

    private static String told(WebApplicationException answer) {
        JsonNode said = json(answer);
        for (String name : new String[] {"errorMessage", "error_description", "error"}) {
            if (said.path(name).isTextual()) {
                return "HTTP " + answer.getResponse().getStatus() + ", "
                        + said.path(name).asText();
            }
        }
        return "HTTP " + answer.getResponse().getStatus();
    }

    private static JsonNode json(WebApplicationException answer) {
        try {
            return JSON.readTree(answer.getResponse().readEntity(String.class));
        } catch (JsonProcessingException | ProcessingException | IllegalStateException e) {
            return MissingNode.getInstance();
        }
    }
}
