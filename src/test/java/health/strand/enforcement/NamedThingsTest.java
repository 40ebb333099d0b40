package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.audit.Interaction;
import health.strand.labeling.PatientSubjects;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedThingsTest {

    private final NamedThings named = new NamedThings(new PatientSubjects(FhirContext.forR4Cached()));

    private static Asked search(String type, String parameter, String... values) {
        return new Asked(Interaction.SEARCH, type, null, null, null, Map.of(parameter, values), null);
    }

    @ParameterizedTest
    @CsvSource({
        "Observation, patient, ana",
        "Observation, patient, Patient/ana",
        "Observation, subject, https://record.example/fhir/Patient/ana",
        "Observation, subject:Patient, ana",
        "Observation, patient:Patient, ana",
        "Encounter, participant, Patient/ana",
        "Patient, _id, ana"
    })
    void findsThePatientInAQuery(String type, String parameter, String value) {
        assertThat(named.of(search(type, parameter, value))).containsExactly("Patient/ana");
    }

    @ParameterizedTest
    @CsvSource({
        "Observation, _id, ana",
        "Observation, code, ana",
        "Patient, name, Patient",
        "Observation, patient, not an id",
        "Observation, subject, Group/ana"
    })
    void findsNobodyInOtherQueries(String type, String parameter, String value) {
        assertThat(named.of(search(type, parameter, value)))
                .doesNotContain("Patient/not an id")
                .noneMatch(each -> each.equals("Patient/ana"));
    }

    @Test
    void findsSeveralInOneValue() {
        assertThat(named.of(search("Observation", "patient", "ana,Patient/ben", "cleo")))
                .containsExactly("Patient/ana", "Patient/ben", "Patient/cleo");
    }

    @Test
    void findsWhatIsAddressedAndWhomTheBodyIsAbout() {
        Observation body = new Observation().setSubject(new Reference("Patient/ana"));

        assertThat(named.of(new Asked(Interaction.UPDATE, "Observation", "x", null, null, Map.of(), body)))
                .containsExactly("Observation/x", "Patient/ana");
    }

    @Test
    void findsWhatTheEntriesOfABatchName() {
        Bundle batch = new Bundle();
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Media/x");
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("/");
        batch.addEntry()
                .setResource(new Observation().setSubject(new Reference("Patient/ana")))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Observation");

        assertThat(named.of(new Asked(Interaction.TRANSACTION, null, null, null, null, Map.of(), batch)))
                .containsExactly("Media/x", "Patient/ana");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Media/x, READ",
        "GET, Media/x/_history, HISTORY",
        "GET, Media/x/_history/2, VREAD",
        "GET, Media?subject=x, SEARCH",
        "GET, Patient/x/$everything, OPERATION",
        "POST, Media, CREATE",
        "PUT, Media/x, UPDATE",
        "PATCH, Media/x, PATCH",
        "DELETE, Media/x, DELETE"
    })
    void takesAnEntryForWhatItWouldBeByItself(HTTPVerb method, String url, Interaction interaction) {
        Bundle batch = new Bundle();
        batch.addEntry().getRequest().setMethod(method).setUrl(url);

        assertThat(Asked.of(batch.getEntryFirstRep()).interaction()).isEqualTo(interaction);
    }
}
