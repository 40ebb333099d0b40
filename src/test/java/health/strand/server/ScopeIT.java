package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CodeSystems;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    @ParameterizedTest
    @CsvSource({
        "user/*.rs, 200",
        "user/Observation.rs, 200",
        "user/*.read, 200",
        "user/Observation.read, 200",
        "user/*.s, 200",
        "user/Observation.r, 403",
        "user/Patient.rs, 403"
    })
    void takesScopesOfBothVersions(String scope, int status) {
        String token = STRAND.token("sora", "openid fhirUser " + scope);

        assertThat(STRAND.get(token, "Observation?_count=1").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Observation?_count=1, user/Observation.s",
        "Observation?patient.name=x, user/Observation.s",
        "Patient?_has:Observation:patient:code=x, user/Observation.s",
        "Patient?_revinclude=Observation:subject, user/Observation.r",
        "Encounter/1, user/Encounter.r"
    })
    void namesTheScopeThatIsMissing(String search, String scope) {
        HttpResponse<String> answer = STRAND.get(STRAND.token("sora", "openid fhirUser user/Patient.rs"), search);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("missing scope `" + scope + "`");
    }

    @Test
    void leavesOutOfAnAnswerWhatComesAlongWithoutAScope() {
        String token = STRAND.token("sora", "openid fhirUser user/Observation.rs");

        Bundle found = Answers.bundle(STRAND.get(token, "Observation?_count=5&_include=*"));

        assertThat(found.getEntry())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getResource().fhirType()).isEqualTo("Observation"));
    }

    @Test
    void keepsASearchToTheRestrictionOfItsScope() {
        String all = STRAND.token("ana", "openid fhirUser launch/patient patient/Observation.rs");
        String part = STRAND.token(
                "ana",
                "openid fhirUser launch/patient patient/Observation.rs?category="
                        + "http://terminology.hl7.org/CodeSystem/observation-category|laboratory");
        Bundle laboratory = Answers.bundle(
                STRAND.get(
                        all,
                        "Observation?_total=accurate&category=http://terminology.hl7.org/CodeSystem/observation-category%7Claboratory"));

        Bundle narrowed = Answers.bundle(STRAND.get(part, "Observation?_total=accurate"));

        assertThat(narrowed.getTotal()).isEqualTo(laboratory.getTotal()).isPositive();
        assertThat(Answers.bundle(STRAND.get(all, "Observation?_total=accurate"))
                        .getTotal())
                .isGreaterThan(narrowed.getTotal());
        Bundle others = Answers.bundle(
                STRAND.get(
                        all,
                        "Observation?category:not=http://terminology.hl7.org/CodeSystem/observation-category%7Claboratory&_count=1"));
        assertThat(STRAND.get(
                                part,
                                "Observation/"
                                        + others.getEntryFirstRep()
                                                .getResource()
                                                .getIdElement()
                                                .getIdPart())
                        .statusCode())
                .isEqualTo(404);
    }

    /** S13. */
    @ParameterizedTest
    @ValueSource(strings = {"mia", "vox", "uni", "max", "ops"})
    void showsNoPatientDataToThoseWhoNeedAConsent(String persona) {
        for (String type :
                new String[] {"Patient", "Observation", "ImagingStudy", "Appointment", "Invoice", "Consent"}) {
            assertThat(STRAND.get(STRAND.token(persona), type + "?_summary=count")
                            .statusCode())
                    .as(persona + " " + type)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"mia, Media", "mia, DocumentReference", "lab, FamilyMemberHistory", "lab, Specimen"})
    void countsNothingForThoseWhoCouldBeLetInByAConsentAndAreNot(String persona, String type) {
        HttpResponse<String> answer = STRAND.get(STRAND.token(persona), type + "?_summary=count");

        assertThat(Answers.bundle(answer).getTotal()).isZero();
    }

    /** S09. */
    @Test
    void showsALaboratoryItsOwnResultsOnly() {
        Bundle found = Answers.bundle(STRAND.get(STRAND.token("lab"), "Observation?_count=50"));
        String laboratory = "Organization/"
                + Answers.bundle(STRAND.get(
                                STRAND.token("loader"),
                                "Organization?identifier=" + CodeSystems.DEMO_IDENTIFIER + "%7Claboratory"))
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart();

        assertThat(found.getEntry()).isNotEmpty();
        assertThat(found.getEntry())
                .flatExtracting(entry -> ((Observation) entry.getResource()).getPerformer())
                .extracting(Reference::getReference)
                .containsOnly(laboratory);
    }

    @ParameterizedTest
    @CsvSource({
        "rex, Appointment, 200",
        "rex, Patient, 200",
        "rex, Observation, 403",
        "rex, Media, 403",
        "rex, Invoice, 403",
        "gil, Invoice, 200",
        "gil, Account, 200",
        "gil, Patient, 200",
        "gil, Observation, 403",
        "dara, Consent, 200",
        "dara, Appointment, 403",
        "dara, Observation, 200",
        "tom, Observation, 200",
        "tom, Media, 200",
        "tom, Invoice, 403",
        "sora, FamilyMemberHistory, 200",
        "sora, Consent, 403",
        "ana, FamilyMemberHistory, 200"
    })
    void givesEachRoleItsClasses(String persona, String type, int status) {
        assertThat(STRAND.get(STRAND.token(persona), type + "?_summary=count").statusCode())
                .isEqualTo(status);
    }

    @Test
    void hidesGeneticResultsFromASurgeonAsIfThereWereNone() {
        String ana = STRAND.token("ana");
        String variants = "Observation?code=http://loinc.org%7C69548-6&_total=accurate";
        Bundle all = Answers.bundle(STRAND.get(ana, variants));
        String id = all.getEntryFirstRep().getResource().getIdElement().getIdPart();
        String sora = STRAND.token("sora");

        assertThat(all.getTotal()).isPositive();
        assertThat(Answers.bundle(STRAND.get(sora, variants)).getTotal()).isZero();
        assertThat(STRAND.get(sora, "Observation/" + id).body())
                .isEqualTo(STRAND.get(sora, "Observation/00000000-0000-4000-8000-000000000000")
                        .body());
        assertThat(Answers.bundle(STRAND.get(sora, "Patient?_has:Observation:patient:_id=" + id))
                        .getTotal())
                .isZero();
    }

    /** S57. */
    @Test
    void endsARoleWithTheNextRequest() {
        String loader = STRAND.token("loader");
        String ito = STRAND.token("ito");
        PractitionerRole role = (PractitionerRole)
                Answers.bundle(STRAND.get(loader, "PractitionerRole?practitioner=Practitioner/" + STRAND.id("ito")))
                        .getEntryFirstRep()
                        .getResource();
        assertThat(STRAND.get(ito, "Observation?_count=1").statusCode()).isEqualTo(200);

        assertThat(store(loader, role.setActive(false))).isEqualTo(200);
        assertThat(STRAND.get(ito, "Observation?_count=1").statusCode()).isEqualTo(403);

        assertThat(store(loader, role.setActive(true))).isEqualTo(200);
        assertThat(STRAND.get(ito, "Observation?_count=1").statusCode()).isEqualTo(200);
    }

    private static int store(String token, PractitionerRole role) {
        String body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(role);
        return STRAND.put(token, "PractitionerRole/" + role.getIdElement().getIdPart(), body)
                .statusCode();
    }
}
