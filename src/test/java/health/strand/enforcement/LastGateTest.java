package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AllPatients;
import health.strand.access.Capacity;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.PatientReach;
import health.strand.access.Reach;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class LastGateTest {

    private static final PatientReach ANA = OnlyPatients.of(new PatientId("ana"));

    private final LastGate gate =
            new LastGate(resource -> resource instanceof Patient ? DataClass.IDENTITY : DataClass.CLINICAL);

    private static ServletRequestDetails reaching(
            RestOperationTypeEnum operation, Set<DataClass> readable, Set<DataClass> writable, PatientReach patients) {
        ServletRequestDetails request = new ServletRequestDetails();
        request.setRestOperationType(operation);
        DecidedReach.put(request, new Reach(readable, writable, patients, Capacity.none()));
        return request;
    }

    private static ServletRequestDetails reading(Set<DataClass> readable, PatientReach patients) {
        return reaching(RestOperationTypeEnum.READ, readable, Set.of(), patients);
    }

    private static Observation observation() {
        Observation observation = new Observation();
        observation.setId("Observation/o");
        return observation;
    }

    private void passes(ServletRequestDetails request, Resource answer, String... named) {
        assertThatCode(() -> gate.pass(request, answer, Set.of(named))).doesNotThrowAnyException();
    }

    private void holdsBack(ServletRequestDetails request, Resource answer, String... named) {
        assertThatThrownBy(() -> gate.pass(request, answer, Set.of(named))).isInstanceOf(LastGate.OutOfReach.class);
    }

    @Test
    void letsPassWhatIsWithinReach() {
        passes(
                reading(Set.of(DataClass.CLINICAL), ANA),
                observation(),
                "Observation/o",
                "Patient/ana",
                "Practitioner/sora");
        passes(reading(Set.of(DataClass.CLINICAL), new AllPatients()), observation(), "Patient/ben");
    }

    @Test
    void holdsBackAClassOutOfReach() {
        ServletRequestDetails request = reading(Set.of(DataClass.IDENTITY), ANA);
        holdsBack(request, observation());
        Bundle bundle = new Bundle();
        bundle.addEntry()
                .setResource(new Bundle().addEntry(new Bundle.BundleEntryComponent().setResource(observation())));
        holdsBack(request, bundle);
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("x").setResource(observation());
        holdsBack(request, parameters);
    }

    @Test
    void holdsBackAPatientOutOfReach() {
        holdsBack(reading(Set.of(DataClass.CLINICAL), ANA), observation(), "Patient/ben");
        holdsBack(reading(Set.of(DataClass.CLINICAL), OnlyPatients.none()), observation(), "Patient/ana");
    }

    @Test
    void letsWhoeverWritesHaveWhatTheyWrote() {
        Set<DataClass> clinical = Set.of(DataClass.CLINICAL);
        passes(reaching(RestOperationTypeEnum.CREATE, Set.of(), clinical, ANA), observation(), "Patient/ana");
        holdsBack(reaching(RestOperationTypeEnum.READ, Set.of(), clinical, ANA), observation(), "Patient/ana");
    }

    @Test
    void letsNothingOfTheRecordPassWhereNothingWasDecided() {
        ServletRequestDetails request = new ServletRequestDetails();
        holdsBack(request, observation());
        OperationOutcome outcome = new OperationOutcome();
        outcome.setId("x");
        passes(request, outcome);
    }
}
