package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Pat acts for Kim while Pat has a mandate, and is a stranger before and after. */
class RepresentativeIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String IN_AN_APP = "openid fhirUser launch/patient patient/*.cruds";
    private static final String PERSONAL = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final String pat = STRAND.token("pat");
    private final String kim = STRAND.token("kim");
    private final String loader = STRAND.token("loader");
    private final String record = "Patient/" + STRAND.id("kim");
    private final String mandate = "RelatedPerson/" + STRAND.id("pat");
    private final String nothing = UUID.randomUUID().toString();
    private final String observations = "Observation?patient=" + STRAND.id("kim") + "&_summary=count";

    /** S66. */
    @Test
    void readsTheRecordOfWhomTheyActFor() {
        assertThat(STRAND.get(pat, record).statusCode()).isEqualTo(200);
        assertThat(total(pat, observations)).isPositive().isEqualTo(total(kim, observations));
        assertThat(total(pat, "Patient?_summary=count")).isEqualTo(1);
    }

    @Test
    void seesNobodyElse() {
        String ana = STRAND.id("ana");
        String nobody = UUID.randomUUID().toString();
        for (String road : new String[] {
            "Patient/%s", "Patient/%s/_history", "Patient/%s/$everything", "Patient?_id=%s", "Observation?patient=%s"
        }) {
            assertThat(Answers.normal(STRAND.get(pat, road.formatted(ana)), ana))
                    .as(road)
                    .isEqualTo(Answers.normal(STRAND.get(pat, road.formatted(nobody)), nobody));
        }
    }

    /** S66. */
    @Test
    void decidesForThemInTheirOwnName() {
        HttpResponse<String> filed = STRAND.post(pat, "Consent", denial(mandate));

        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        String stored = "Consent/" + Answers.json(filed).get("id").asText();
        try {
            assertThat(STRAND.get(kim, stored).body()).contains(mandate);
            assertThat(STRAND.post(pat, "Consent", denial(record)).body()).contains("hr-consent-performer");
            assertThat(STRAND.post(kim, "Consent", denial(mandate)).body()).contains("hr-consent-performer");
        } finally {
            change(stored, consent -> consent.put("status", "inactive"));
        }
    }

    /** S70. */
    @Test
    void doesNotOutvoteAnotherByDecidingLater() {
        String guardian = "RelatedPerson/" + id(STRAND.post(loader, "RelatedPerson", """
                        {"resourceType":"RelatedPerson","active":true,"patient":{"reference":"%s"},"relationship":[{"coding":
                         [{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"MTH"}]}]}""".formatted(record)));
        String denial = "Consent/" + id(STRAND.post(loader, "Consent", denial(guardian)));
        String permit = "Consent/" + id(STRAND.post(pat, "Consent", permit(mandate)));
        try {
            assertThat(status(denial)).isEqualTo("active");
            assertThat(status(permit)).isEqualTo("active");
            String other = "Consent/" + id(STRAND.post(pat, "Consent", denial(mandate)));
            assertThat(status(permit)).isEqualTo("inactive");
            change(other, consent -> consent.put("status", "inactive"));
        } finally {
            change(denial, consent -> consent.put("status", "inactive"));
            change(guardian, person -> person.put("active", false));
        }
    }

    private String status(String consent) {
        return Answers.json(STRAND.get(kim, consent)).get("status").asText();
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Answers.json(created).get("id").asText();
    }

    @Test
    void writesNothingAClinicWrites() {
        assertThat(STRAND.post(pat, "Observation", observation("")).statusCode())
                .isEqualTo(403);
    }

    /** S68. */
    @Test
    void isNotShownWhatThePatientKeepsPersonal() {
        String personal = "Observation/"
                + Answers.json(STRAND.post(loader, "Observation", observation("PRS")))
                        .get("id")
                        .asText();

        assertThat(STRAND.get(kim, personal).statusCode()).isEqualTo(200);
        assertThat(Answers.normal(STRAND.get(pat, personal), id(personal)))
                .isEqualTo(Answers.normal(STRAND.get(pat, "Observation/" + nothing), nothing));
        assertThat(STRAND.delete(loader, personal).statusCode()).isEqualTo(200);
    }

    /** S30: what the patient lets their app have, the same app does not have in the guardian's hands. */
    @Test
    void hasNothingOfWhatThePatientPermitsToTheirOwnApp() {
        String marker = "Observation/"
                + Answers.json(STRAND.post(loader, "Observation", observation("GDIS")))
                        .get("id")
                        .asText();
        String kimsApp = STRAND.tokenIn(RunningStrand.FIT, "kim", IN_AN_APP);
        String patsApp = STRAND.tokenIn(RunningStrand.FIT, "pat", IN_AN_APP);
        assertThat(STRAND.get(kimsApp, marker).statusCode()).isEqualTo(404);
        HttpResponse<String> filed = STRAND.post(kim, "Consent", OwnConsent.letting(STRAND, "bo", consent -> {
            consent.setPatient(new Reference(record)).setPerformer(List.of(new Reference(record)));
            consent.setProvision(new ProvisionComponent()
                    .setType(ConsentProvisionType.PERMIT)
                    .addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "PATRQT", null))
                    .addSecurityLabel(new Coding(PERSONAL, "GDIS", null)));
        }));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        try {
            assertThat(STRAND.get(kimsApp, marker).statusCode()).isEqualTo(200);
            assertThat(STRAND.get(patsApp, record).statusCode()).isEqualTo(200);
            assertThat(STRAND.get(patsApp, marker).statusCode()).isEqualTo(404);
        } finally {
            change("Consent/" + Answers.json(filed).get("id").asText(), consent -> consent.put("status", "inactive"));
            assertThat(STRAND.delete(loader, marker).statusCode()).isEqualTo(200);
        }
    }

    /** S71. */
    @Test
    void isAStrangerOnceTheMandateIsRevoked() {
        ends(mandate, person -> person.put("active", false));
    }

    /** S67. */
    @Test
    void isAStrangerWithoutARelationshipThatDecides() {
        ends(mandate, person -> ((ObjectNode) person.at("/relationship/0/coding/0")).put("code", "NBOR"));
    }

    /** S69. */
    @Test
    void isAStrangerOnceThePatientIsOfAge() {
        ends(
                record,
                patient -> patient.put(
                        "birthDate", LocalDate.now().minusYears(18).minusDays(1).toString()));
    }

    private void ends(String changed, Consumer<ObjectNode> change) {
        ObjectNode before = change(changed, change);
        try {
            assertStranger();
        } finally {
            put(changed, before);
        }
        assertThat(STRAND.get(pat, record).statusCode()).isEqualTo(200);
    }

    private void assertStranger() {
        for (String road : new String[] {"Patient/%s", "Patient?_id=%s", "Observation?patient=%s"}) {
            HttpResponse<String> hidden = STRAND.get(pat, road.formatted(STRAND.id("kim")));
            assertThat(hidden.body()).doesNotContain("Sato");
            assertThat(Answers.normal(hidden, STRAND.id("kim")))
                    .as(road)
                    .isEqualTo(Answers.normal(STRAND.get(pat, road.formatted(nothing)), nothing));
        }
    }

    private ObjectNode change(String reference, Consumer<ObjectNode> change) {
        ObjectNode before = (ObjectNode) Answers.json(STRAND.get(loader, reference));
        ObjectNode after = before.deepCopy();
        change.accept(after);
        put(reference, after);
        return before;
    }

    private void put(String reference, ObjectNode body) {
        HttpResponse<String> answer = STRAND.put(loader, reference, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int total(String token, String search) {
        return Answers.bundle(STRAND.get(token, search)).getTotal();
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private String observation(String label) {
        String security = label.isEmpty() ? "" : "{'system':'" + PERSONAL + "','code':'" + label + "'}";
        return ("{'resourceType':'Observation','meta':{'security':[" + security
                        + "]},'status':'final','code':{'text':'note'},'subject':{'reference':'" + record + "'}}")
                .replace('\'', '"');
    }

    private String denial(String performer) {
        return OwnConsent.letting(STRAND, "bo", consent -> {
            consent.getPatient().setReference(record);
            consent.getPerformerFirstRep().setReference(performer);
            consent.getCategory().get(1).getCodingFirstRep().setCode("marketing");
            consent.getPolicyFirstRep().setUri("https://strand.health/policy/marketing-1");
            consent.getPolicyRule().getCodingFirstRep().setCode("OPTOUT");
            consent.setProvision(new ProvisionComponent().setType(ConsentProvisionType.DENY));
            consent.getProvision()
                    .addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HMARKT", null));
        });
    }

    private String permit(String performer) {
        return denial(performer).replace("\"OPTOUT\"", "\"OPTIN\"").replace("\"deny\"", "\"permit\"");
    }
}
