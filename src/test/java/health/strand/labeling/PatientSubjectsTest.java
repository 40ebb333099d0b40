package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.PatientId;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class PatientSubjectsTest {

    private final PatientSubjects subjects = new PatientSubjects(FhirContext.forR4Cached());

    @Test
    void findsThePatientOfAPatientInItself() {
        Patient patient = new Patient();
        patient.setId("Patient/1");
        patient.addLink().setOther(new Reference("Patient/2"));

        assertThat(subjects.of(patient, UnaryOperator.identity())).containsExactly(new PatientId("1"));
    }

    @Test
    void findsEveryPatientNamedAnywhere() {
        Appointment appointment = new Appointment();
        appointment.addParticipant().setActor(new Reference("Patient/2"));
        appointment.addParticipant().setActor(new Reference("http://127.0.0.1/fhir/Patient/1/_history/3"));
        appointment.addParticipant().setActor(new Reference("Practitioner/9"));

        assertThat(subjects.of(appointment, UnaryOperator.identity()))
                .containsExactly(new PatientId("1"), new PatientId("2"));
    }

    @Test
    void findsThePatientsTheStandardsCompartmentForgets() {
        assertThat(subjects.of(new Task().setFor(new Reference("Patient/1")), UnaryOperator.identity()))
                .containsExactly(new PatientId("1"));
        assertThat(subjects.of(new Binary().setSecurityContext(new Reference("Patient/1")), UnaryOperator.identity()))
                .containsExactly(new PatientId("1"));
    }

    @Test
    void resolvesTheNamesOfATransaction() {
        Observation observation = new Observation().setSubject(new Reference("urn:uuid:a"));

        assertThat(subjects.of(observation, name -> "urn:uuid:a".equals(name) ? "Patient/7" : name))
                .containsExactly(new PatientId("7"));
    }

    @Test
    void refusesAResourceAboutACrowd() {
        Appointment crowd = new Appointment();
        for (int i = 0; i < 51; i++) {
            crowd.addParticipant().setActor(new Reference("Patient/" + i));
        }

        assertThatThrownBy(() -> subjects.of(crowd, UnaryOperator.identity()))
                .isInstanceOf(PatientSubjects.TooManyPatients.class);
    }
}
