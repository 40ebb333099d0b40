package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What accounts of a realm consist of, as Keycloak says it: it takes the whole back or nothing, and the class that its client
 * has for it would drop whatever a newer Keycloak knows and the client does not.
 */
@Path("/admin/realms/{realm}/users/profile")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AccountProfile {

    @GET
    JsonNode get(@PathParam("realm") String realm);

    @PUT
    void put(@PathParam("realm") String realm, JsonNode profile);
}
