package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be carried out as it is written is refused, whichever way it comes in, and opens nothing. */
class ConsentDoorIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String ana = STRAND.token("ana");

    @AfterAll
    static void leavesNothingBehind() {
        OwnConsent.removeAll(STRAND);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        "S44 a version of the text the clinic does not have",
                        "hr-consent-policy",
                        consent -> consent.getPolicyFirstRep().setUri("https://strand.health/policy/care-99")),
                refused("S45 nine provisions deep", "hr-cons-2", consent -> nest(consent.getProvision(), 9)),
                refused(
                        "S45 a modifier extension",
                        "hr-consent-shape",
                        consent -> consent.getProvision()
                                .addModifierExtension(new Extension("urn:unless", new StringType("it rains")))),
                refused(
                        "S46 opting in with a root that denies",
                        "hr-cons-1",
                        consent -> consent.getProvision().setType(ConsentProvisionType.DENY)),
                refused(
                        "S47 a permit dated back",
                        "hr-consent-date",
                        consent -> consent.setDateTimeElement(
                                new DateTimeType(LocalDate.now().minusDays(4).toString()))),
                refused(
                        "S47 somebody without a mandate",
                        "hr-consent-performer",
                        consent -> consent.setPerformer(List.of(new Reference("Practitioner/" + STRAND.id("sora"))))));
    }

    private static Arguments refused(String name, String rule, Consumer<Consent> change) {
        return arguments(name, rule, change);
    }

    private static void nest(ProvisionComponent root, int depth) {
        ProvisionComponent innermost = root;
        for (int level = 1; level < depth; level++) {
            innermost = innermost.addProvision().setType(ConsentProvisionType.PERMIT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesByEveryRoadWhatCannotBeCarriedOut(String name, String rule, Consumer<Consent> change) {
        String written = OwnConsent.letting(STRAND, "bo", change);

        HttpResponse<String> created = STRAND.post(ana, "Consent", written);
        HttpResponse<String> filed = STRAND.post(ana, "Consent/$file", written);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(422);
        assertThat(created.body()).contains(rule);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(422);
        assertThat(filed.body()).isEqualTo(created.body());
        assertThat(active()).isZero();
    }

    private int active() {
        return Answers.bundle(
                        STRAND.get(
                                ana,
                                "Consent?status=active&category=https://strand.health/fhir/CodeSystem/consent-kind%7Cother-clinic"))
                .getTotal();
    }

    /** S45: what is no element of FHIR does not even come to the rules; the answer is the same, and names nothing. */
    @Test
    void refusesAnElementNobodyKnows() {
        String written = OwnConsent.letting(STRAND, "bo").replaceFirst("\\{", "{\"unless\":\"it rains\",");

        for (String road : List.of("Consent", "Consent/$file")) {
            HttpResponse<String> answer = STRAND.post(ana, road, written);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("does not know").doesNotContain("unless", "rain", "HAPI");
        }
        assertThat(active()).isZero();
    }

    @Test
    void takesOneConsentAndNothingElse() {
        String consent = OwnConsent.letting(STRAND, "bo");
        String twice = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"consent\",\"resource\":" + consent
                + "},{\"name\":\"consent\",\"resource\":" + consent + "}]}";

        for (String body : List.of(
                twice,
                "{\"resourceType\":\"Parameters\"}",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"consent\",\"valueString\":\"x\"}]}")) {
            HttpResponse<String> answer = STRAND.post(ana, "Consent/$file", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void givesTheIdItselfAndTheLabelsItGivesToEveryConsent() {
        String wanted = "11111111-2222-4333-8444-555555555555";
        HttpResponse<String> filed =
                STRAND.post(ana, "Consent/$file", OwnConsent.letting(STRAND, "bo", consent -> consent.setId(wanted)));

        JsonNode stored = Receipts.consent(filed);
        assertThat(stored.path("id").asText()).isNotEmpty().isNotEqualTo(wanted);
        JsonNode read =
                Answers.json(STRAND.get(ana, "Consent/" + stored.path("id").asText()));
        assertThat(read.at("/meta/security")).isNotEmpty().isEqualTo(stored.at("/meta/security"));
        assertThat(read.at("/meta/versionId")).isEqualTo(stored.at("/meta/versionId"));
        assertThat(read.path("provision")).isEqualTo(stored.path("provision"));
        assertThat(active()).isEqualTo(1);
        OwnConsent.removeAll(STRAND);
    }
}
