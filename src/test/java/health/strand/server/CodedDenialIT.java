package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S25: a consent that denies a code denies what lies below it, whenever that was stored. */
class CodedDenialIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String sora = STRAND.token("sora");

    @Test
    void hidesTheDiagnosesBelowADeniedOneAndNoOthers() {
        CaseWorld world = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "codes",
                        "no androgenic alopecia for the surgeon",
                        List.of(Map.of("deny", Map.of("purpose", "TREAT", "code", "L64", "actor", "sora")))));
        String patient = world.item("patient");
        String below = diagnosis(patient, "L64.8");
        String itself = diagnosis(patient, "L64");
        String beside = diagnosis(patient, "L65.0");

        for (String hidden : List.of(below, itself)) {
            assertThat(STRAND.get(sora, hidden).statusCode()).isEqualTo(404);
            assertThat(STRAND.get(STRAND.token("tom"), hidden).statusCode()).isEqualTo(200);
            assertThat(STRAND.get(STRAND.tokenOfPatient(patient), hidden).statusCode())
                    .isEqualTo(200);
        }
        assertThat(STRAND.get(sora, beside).statusCode()).isEqualTo(200);
        assertThat(Answers.bundle(STRAND.get(sora, "Condition?patient=" + patient))
                        .getTotal())
                .isEqualTo(1);
        assertThat(Answers.bundle(STRAND.get(sora, "Condition?patient=" + patient + "&code=L64.8"))
                        .getTotal())
                .isZero();
    }

    @Test
    void hidesWhatWasStoredBeforeTheConsent() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("codes", "a diagnosis before a consent", List.of()));
        String below = diagnosis(world.item("patient"), "L64.8");
        assertThat(STRAND.get(sora, below).statusCode()).isEqualTo(200);

        String written = ca.uhn.fhir.context.FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world)
                        .of(Map.of("deny", Map.of("purpose", "TREAT", "code", "L64")), 0));
        assertThat(STRAND.post(STRAND.token("loader"), "Consent", written).statusCode())
                .isEqualTo(201);

        assertThat(STRAND.get(sora, below).statusCode()).isEqualTo(404);
    }

    private static String diagnosis(String patient, String code) {
        String body = """
                {"resourceType":"Condition","clinicalStatus":{"coding":[{"system":
                 "http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[
                 {"system":"http://hl7.org/fhir/sid/icd-10","code":"%s"}]},"subject":{"reference":"%s"}}""";
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), "Condition", body.formatted(code, patient));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "Condition/" + Answers.json(answer).at("/id").asText();
    }
}
