package health.strand.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Makes the last step of a log-in known to Keycloak, and says of which version of Strand it is. */
public final class LaunchAuthenticatorFactory implements AuthenticatorFactory, ServerInfoAwareProviderFactory {

    static final String ID = "strand-smart-launch";

    private static final LaunchAuthenticator AUTHENTICATOR = new LaunchAuthenticator();
    private static final Requirement[] CHOICES = {Requirement.REQUIRED, Requirement.DISABLED};

    @Override
    public Authenticator create(KeycloakSession session) {
        return AUTHENTICATOR;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "SMART launch";
    }

    @Override
    public String getReferenceCategory() {
        return "smart-launch";
    }

    @Override
    public String getHelpText() {
        return "Checks `aud`, opens EHR launches, lets people choose a patient and what an app may have.";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("strand-version", version());
    }

    private static String version() {
        try (InputStream in = LaunchAuthenticatorFactory.class.getResourceAsStream("/strand-keycloak-version")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void init(Config.Scope config) {
        // there is nothing to configure: what is needed stands in the realm
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to wait for
    }

    @Override
    public void close() {
        // holds nothing
    }
}
