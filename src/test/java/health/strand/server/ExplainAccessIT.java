package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What is said about access is what the server does, and it is said to those only whose affair it is. */
class ExplainAccessIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<String> STAFF = List.of(
            "sora", "ito", "tom", "nia", "rex", "gil", "max", "mia", "ops", "dara", "lab", "vox", "adz", "uni", "bo");
    private static final int OF_EACH_TYPE = 2;

    private final String ana = STRAND.token("ana");
    private final String record = "Patient/" + STRAND.id("ana");

    private static Parameters answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Parameters.class, response.body());
    }

    private static List<ParametersParameterComponent> parts(ParametersParameterComponent whole, String name) {
        return whole.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .toList();
    }

    private static String text(ParametersParameterComponent whole, String name) {
        return parts(whole, name).stream()
                .map(part -> part.getValue() instanceof Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .collect(Collectors.joining(","));
    }

    private String path(String patient, String query) {
        return patient + "/$explain-access?" + query;
    }

    private List<String> sample() {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        Answers.pages(STRAND, ana, record + "/$everything?_count=100").forEach(entry -> {
            Resource each = entry.getResource();
            boolean about = each.fhirType().equals("Patient")
                    || FhirContext.forR4Cached()
                            .newJsonParser()
                            .encodeResourceToString(each)
                            .contains(record);
            if (!about) {
                // what the record refers to, and is about nobody
                return;
            }
            String reference = each.getIdElement().toUnqualifiedVersionless().getValue();
            String place = each.fhirType()
                    + each.getMeta().getSecurity().stream()
                            .map(label -> label.getCode())
                            .sorted()
                            .toList();
            byType.computeIfAbsent(place, any -> new ArrayList<>()).add(reference);
        });
        return byType.values().stream()
                .flatMap(each -> each.stream().limit(OF_EACH_TYPE))
                .filter(each -> each.startsWith("Patient/")
                        ? each.equals(record)
                        : !each.matches("(Practitioner|PractitionerRole|Organization|Location|Device|AuditEvent)/.*"))
                .toList();
    }

    /** For each reader whether the sweep says they see it, whatever the purpose. */
    private Map<String, Boolean> swept(String resource) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        answer(STRAND.get(ana, path(record, "resource=" + resource)))
                .getParameter()
                .forEach(each -> {
                    boolean permitted = "permit".equals(text(each, "effect"));
                    seen.merge(text(each, "who"), permitted, Boolean::logicalOr);
                });
        return seen;
    }

    @Test
    void saysOfEverybodyWhatTheServerDoes() {
        List<String> wrong = new ArrayList<>();
        int permitted = 0;
        List<String> sample = sample();
        for (String resource : sample) {
            Map<String, Boolean> swept = swept(resource);
            for (String persona : STAFF) {
                boolean read = STRAND.get(STRAND.token(persona), resource).statusCode() == 200;
                boolean said = swept.getOrDefault("Practitioner/" + STRAND.id(persona), false);
                permitted += read ? 1 : 0;
                if (read != said) {
                    wrong.add(persona + " " + resource + " is read: " + read + ", said: " + said);
                }
            }
            assertThat(swept.get(record)).as(resource).isTrue();
        }

        assertThat(wrong).isEmpty();
        assertThat(sample).hasSizeGreaterThan(10);
        assertThat(permitted).isBetween(sample.size(), sample.size() * STAFF.size() - sample.size());
    }

    @Test
    void isAPageForPeopleInTheirLanguage() {
        String about = "resource=clinical";
        HttpResponse<String> german =
                STRAND.send(STRAND.request(ana, path(record, about + "&who=Practitioner/" + STRAND.id("sora")))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                        .GET());
        HttpResponse<String> english = STRAND.get(ana, path(record, about + "&_format=html"));

        assertThat(german.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(german.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(german.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(english.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-"));
        assertThat(german.body())
                .contains("<html lang=\"de\">", "Wer das sehen kann, und warum", "Practitioner/" + STRAND.id("sora"))
                .contains("Darf gesehen werden", "Was die Regeln der Klinik sagen", "Was die Antwort ändern würde")
                .doesNotContain("<script");
        assertThat(english.body()).contains("Who can see it now", "You", "Practitioner/" + STRAND.id("tom"));
        assertThat(new Trail(STRAND).lines(german)).singleElement().asString().startsWith("operation $explain-access");
    }

    /** What is said would open it, opens it. */
    @Test
    void confirmsItsCounterfactualsByWhatTheServerDoesThen() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("why", "nothing decided", List.of()));
        String owner = STRAND.tokenOfPatient(world.item("patient"));
        String query = path(
                world.item("patient"), "who=Practitioner/" + STRAND.id("sora") + "&resource=" + world.item("marker"));
        ParametersParameterComponent denied = decision(owner, query);
        assertThat(text(denied, "effect")).isEqualTo("deny");
        assertThat(text(denied, "gated")).isEqualTo("GDIS");
        ParametersParameterComponent counterfactual =
                parts(denied, "counterfactual").get(0);
        assertThat(text(counterfactual, "text"))
                .isEqualTo("Could be seen if a consent permitted GDIS by name for TREAT.");

        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world)
                        .of(Map.of("permit", Map.of("purpose", "TREAT", "label", "GDIS")), 0));
        HttpResponse<String> stored = STRAND.post(STRAND.token("loader"), "Consent", consent);
        String id = "Consent/" + Answers.json(stored).path("id").asText();

        assertThat(STRAND.get(STRAND.token("sora"), world.item("marker")).statusCode())
                .isEqualTo(200);
        ParametersParameterComponent permitted = decision(owner, query);
        assertThat(text(permitted, "effect")).isEqualTo("permit");
        assertThat(text(permitted, "rule")).isEqualTo("consent-permits");
        assertThat(parts(permitted, "consent"))
                .singleElement()
                .satisfies(each -> assertThat(List.of(text(each, "reference"), text(each, "version")))
                        .containsExactly(id, "1"));
        assertThat(parts(permitted, "counterfactual"))
                .extracting(each -> text(each, "text"))
                .contains("Could not be seen if " + id + " were withdrawn.");
        world.withdrawAll();
    }

    private static ParametersParameterComponent decision(String token, String query) {
        List<ParametersParameterComponent> decisions =
                answer(STRAND.get(token, query)).getParameter();
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    @Test
    void explainsToThePrivacyOfficerByClassAndNotByWhatLiesInTheRecord() {
        String dara = STRAND.token("dara");
        String sora = "who=Practitioner/" + STRAND.id("sora");

        ParametersParameterComponent genetic = decision(dara, path(record, sora + "&resource=genetic"));
        assertThat(text(genetic, "effect")).isEqualTo("deny");
        assertThat(parts(genetic, "step")).hasSize(9);
        String hidden = sample().stream()
                .filter(each -> each.startsWith("Observation/"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> asked = STRAND.get(dara, path(record, sora + "&resource=" + hidden));
        String never = "Observation/" + UUID.randomUUID();
        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(asked.body())
                .isEqualTo(STRAND.get(dara, path(record, sora + "&resource=" + never))
                        .body());
    }

    @Test
    void explainsToTheGuardian() {
        String kim = "Patient/" + STRAND.id("kim");

        assertThat(text(
                        decision(
                                STRAND.token("pat"),
                                path(kim, "who=RelatedPerson/" + STRAND.id("pat") + "&resource=clinical")),
                        "effect"))
                .isEqualTo("permit");
    }

    @Test
    void answersEverybodyElseAsIfThereWereNothing() {
        String query = "who=Practitioner/" + STRAND.id("sora") + "&resource=clinical";
        String nobody = "Patient/" + UUID.randomUUID();
        for (String persona : List.of("ben", "sora", "rex", "mia", "loader", "kim")) {
            String token = STRAND.token(persona);
            HttpResponse<String> there = STRAND.get(token, path(record, query));
            HttpResponse<String> absent = STRAND.get(token, path(nobody, query));

            assertThat(there.statusCode()).as(persona).isIn(403, 404);
            assertThat(Answers.normal(there, record)).as(persona).isEqualTo(Answers.normal(absent, nobody));
        }
    }

    @Test
    void explainsNothingThatIsNotThereForWhoAsks() {
        String others = Answers.bundle(STRAND.get(STRAND.token("ben"), "Observation?_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
        String nothing = "Observation/" + UUID.randomUUID();
        HttpResponse<String> hidden = STRAND.get(ana, path(record, "resource=" + others));

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(Answers.normal(hidden, others))
                .isEqualTo(Answers.normal(STRAND.get(ana, path(record, "resource=" + nothing)), nothing));
        assertThat(STRAND.get(
                                STRAND.token("ana", "openid fhirUser launch/patient patient/Consent.rs"),
                                path(
                                        record,
                                        "resource="
                                                + sample().stream()
                                                        .filter(each -> each.startsWith("Observation/"))
                                                        .findFirst()
                                                        .orElseThrow()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isRecordedInThePatientsLogAsAnOperation() {
        HttpResponse<String> answer = STRAND.get(ana, path(record, "resource=clinical"));

        assertThat(new Trail(STRAND).lines(answer))
                .singleElement()
                .asString()
                .startsWith("operation $explain-access")
                .contains(STRAND.id("ana"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (String query : List.of(
                "",
                "resource=everything",
                "resource=clinical&who=sora",
                "resource=clinical&purpose=TREAT",
                "resource=clinical&who=Practitioner/x&purpose=FUN",
                "resource=clinical&who=Practitioner/x&action=sell")) {
            assertThat(STRAND.get(ana, path(record, query)).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
