package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void followFromTheFirst() {
        Ports ports = new Ports(18_080);

        assertThat(ports.fhirBase()).isEqualTo("http://127.0.0.1:18080/fhir");
        assertThat(ports.issuer()).isEqualTo("http://127.0.0.1:18081/realms/strand");
        assertThat(ports.management()).isEqualTo(18_082);
        assertThat(ports.postgres()).isEqualTo(18_083);
        assertThat(ports.keycloakManagement()).isEqualTo(18_084);
    }

    @Test
    void refusesAPortThatLeavesNoRoomForTheOthers() {
        assertThatThrownBy(() -> new Ports(65_532)).isInstanceOf(EmbeddedFailure.class);
        assertThatThrownBy(() -> new Ports(0)).isInstanceOf(EmbeddedFailure.class);
    }
}
