package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Looks whether our part of Keycloak is installed there, and of the same version as we are. */
record ProviderCheck(String version) {

    private static final String PLACE = "/providers/authenticator/providers/strand-smart-launch";

    /** For the version of this build. */
    static ProviderCheck ofThisBuild() {
        try (InputStream in = ProviderCheck.class.getResourceAsStream("/strand-keycloak-version")) {
            if (in == null) {
                throw new IllegalStateException("strand-keycloak-version is not on the class path");
            }
            return new ProviderCheck(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param server what Keycloak says of itself */
    void require(JsonNode server) {
        JsonNode provider = server.at(PLACE);
        if (provider.isMissingNode()) {
            throw new ProvisionFailed("this Keycloak does not have Strand's provider; " + remedy());
        }
        String there = provider.path("operationalInfo").path("strand-version").asText("unknown");
        if (!there.equals(version)) {
            throw new ProvisionFailed("this Keycloak has Strand's provider of version " + there
                    + ", and this is Strand " + version + "; " + remedy());
        }
    }

    private String remedy() {
        return "put strand-" + version + "-keycloak.jar, which the build leaves in target/keycloak-provider, into"
                + " Keycloak's folder providers in place of any other jar of Strand, run its `kc.sh build` and start it"
                + " again";
    }
}
