package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonaTest {

    @Test
    void listsTheNamedWorld() {
        assertThat(Persona.all())
                .extracting(Persona::login)
                .contains(
                        "ana", "ben", "kim", "pat", "sora", "ito", "tom", "rex", "mia", "dara", "lab", "vox", "adz",
                        "uni", "bo");
    }

    @Test
    void tellsPatientsFromStaff() {
        assertThat(Persona.named("ana")).map(Persona::patientApp).hasValue(true);
        assertThat(Persona.named("sora")).map(Persona::patientApp).hasValue(false);
        assertThat(Persona.named("nobody")).isEmpty();
    }
}
