package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SimplePreResourceShowDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AccessPolicy;
import health.strand.access.AllPatients;
import health.strand.access.Assurance;
import health.strand.access.Capacity;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.access.TokenPurpose;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.PatientSubjects;
import health.strand.smart.ScopeParser;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ScopedDisclosureTest {

    private static final Reach EVERYBODY = new Reach(
            EnumSet.allOf(DataClass.class), EnumSet.allOf(DataClass.class), new AllPatients(), Capacity.none());

    private final ScopedDisclosure disclosure = new ScopedDisclosure(
            new AccessPolicy(),
            new DataClassifier()::classify,
            new PatientSubjects(FhirContext.forR4Cached()),
            (query, resource) -> false);

    @AfterEach
    void forget() {
        DecidedReach.forgetOnThisThread();
    }

    @Test
    void keepsWhatComesAlongToThePatientItsScopeSpeaksOf() {
        String scopes = "user/Patient.rs patient/Observation.rs";

        assertThat(shows(scopes, "ana")).isTrue();
        assertThat(shows(scopes, "ben")).isFalse();
    }

    @Test
    void leavesOutWhatNoScopeCovers() {
        assertThat(shows("user/Patient.rs", "ana")).isFalse();
        assertThat(shows("user/Patient.rs user/Observation.rs", "ben")).isTrue();
    }

    private boolean shows(String scopes, String subject) {
        Requester surgeon = new Requester(
                "sora",
                "Practitioner/sora",
                "app",
                ClientRole.OWN,
                TokenPurpose.none(),
                RequesterKind.STAFF,
                Set.of(),
                new PatientId("ana"),
                Set.of(ClinicRole.SURGEON),
                new ScopeParser().parse(scopes).scopes(),
                Assurance.STRONG,
                Set.of());
        ServletRequestDetails request = new ServletRequestDetails();
        request.setServletRequest(new MockHttpServletRequest());
        CurrentRequester.put(request.getServletRequest(), surgeon);
        DecidedReach.put(request, EVERYBODY);
        Observation observation = new Observation();
        observation.setSubject(new Reference("Patient/" + subject));
        SimplePreResourceShowDetails shown = new SimplePreResourceShowDetails(List.of(observation));

        disclosure.keepToScopes(shown, request);

        return shown.getResource(0) != null;
    }
}
