package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A request to Keycloak's administration.
 *
 * @param path below {@code /admin}
 * @param body missing for none
 */
record AdminRequest(String method, String path, JsonNode body) {

    static AdminRequest get(String path) {
        return new AdminRequest("GET", path, MissingNode.getInstance());
    }

    static AdminRequest post(String path, JsonNode body) {
        return new AdminRequest("POST", path, body);
    }

    static AdminRequest put(String path, JsonNode body) {
        return new AdminRequest("PUT", path, body);
    }

    static AdminRequest delete(String path) {
        return new AdminRequest("DELETE", path, MissingNode.getInstance());
    }
}
