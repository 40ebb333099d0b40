package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ProviderCheckTest {

    private final ProviderCheck check = new ProviderCheck("1.2.3");

    @Test
    void isContentWithTheSameVersion() {
        assertThatCode(() -> check.require(server("1.2.3"))).doesNotThrowAnyException();
    }

    @Test
    void saysWhichJarToPutWhere() {
        assertThatThrownBy(() -> check.require(JsonNodeFactory.instance.objectNode()))
                .hasMessageContaining("does not have Strand's provider")
                .hasMessageContaining("strand-1.2.3-keycloak.jar")
                .hasMessageContaining("providers")
                .hasMessageContaining("kc.sh build");
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> check.require(server("1.2.2")))
                .hasMessageContaining("version 1.2.2")
                .hasMessageContaining("this is Strand 1.2.3")
                .hasMessageContaining("in place of");
    }

    private static ObjectNode server(String version) {
        ObjectNode server = JsonNodeFactory.instance.objectNode();
        server.putObject("providers")
                .putObject("authenticator")
                .putObject("providers")
                .putObject("strand-smart-launch")
                .putObject("operationalInfo")
                .put("strand-version", version);
        return server;
    }
}
