package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.enforcement.ConsentDoor;
import health.strand.enforcement.WriteDoor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** No consent holds the database for long: what is too large is refused, and what is not is quick. */
class ConsentLimitsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NO_REASON = "{\"resourceType\":\"Parameters\"}";
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final String loader = STRAND.token("loader");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("limits", "large consents", List.of()));
    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());

    private String consent(int provisions, int kind, BiConsumer<ProvisionComponent, Integer> change) {
        Consent consent = new CaseConsent(STRAND, world).of(Map.of("permit", Map.of("purpose", "TREAT")), kind);
        for (int number = 0; number < provisions; number++) {
            ProvisionComponent nested = consent.getProvision().addProvision();
            nested.setType(ConsentProvisionType.DENY);
            change.accept(nested, number);
        }
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent);
    }

    private static void code(ProvisionComponent provision, int number) {
        provision.addCode(new CodeableConcept(new Coding("http://loinc.org", "code-" + number, null)));
    }

    private static void actor(ProvisionComponent provision, int number) {
        provision
                .addActor()
                .setRole(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null)))
                .getReference()
                .getIdentifier()
                .setSystem("urn:strand:case:people")
                .setValue("person-" + number);
    }

    private static void endingIn(ProvisionComponent provision, int days) {
        provision.setPeriod(new Period()
                .setEndElement(new DateTimeType(LocalDate.now().plusDays(days).toString())));
    }

    private HttpResponse<String> timed(String what, String consent) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = STRAND.post(loader, "Consent", consent);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println(what + " took " + took.toMillis() + " ms: " + answer.statusCode());
        assertThat(took).as(what).isLessThan(LONGEST);
        return answer;
    }

    private static void assertRefused(HttpResponse<String> answer, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("hr-consent-limit").contains(text);
    }

    @Test
    void takesThePrescribedMostOfProvisionsAndNotOneMoreInAnotherConsent() {
        String large = consent(249, 0, (provision, number) -> {
            code(provision, number);
            actor(provision, number);
            if (number < 39) {
                endingIn(provision, number + 2);
            }
        });
        HttpResponse<String> stored = timed("a consent of 250 provisions, 249 actors and 39 times", large);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        String id = "Consent/" + Answers.json(stored).at("/id").asText();

        assertRefused(timed("one more", consent(0, 1, (provision, number) -> {})), "250 provisions in all");

        long begun = System.nanoTime();
        assertThat(STRAND.post(loader, id + "/$revoke", NO_REASON).statusCode()).isEqualTo(200);
        System.out.println("its withdrawal took " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(STRAND.post(loader, "Consent", consent(0, 1, (provision, number) -> {}))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesMoreTimesAndMoreNamesThanCanBeDecidedAboutQuickly() {
        assertRefused(
                timed("101 times", consent(101, 0, (provision, number) -> endingIn(provision, number + 2))),
                "100 different times");
        assertRefused(
                timed("251 actors", consent(249, 0, (provision, number) -> {
                    actor(provision, number);
                    actor(provision, number + 250);
                })),
                "250 actors");
        assertRefused(
                timed("201 provisions and 50 times", consent(200, 0, (provision, number) -> {
                    code(provision, number);
                    endingIn(provision, 2 + number % 50);
                })),
                "product is at most 10000");
    }

    @Test
    void refusesTooManyProvisionsBeforeLookingAtThem() {
        assertRefused(timed("999 provisions", consent(998, 0, ConsentLimitsIT::code)), "250 provisions in all");
    }

    /** A body may say any status and any id, and none of that makes it worth minutes of a validator. */
    @ParameterizedTest
    @ValueSource(strings = {"draft", "rejected", "inactive", "entered-in-error"})
    void refusesTooManyProvisionsWhateverTheStatusAndBeforeLookingAtThem(String status) {
        String id = UUID.randomUUID().toString();
        String large = consent(4_000, 0, ConsentLimitsIT::code)
                .replaceFirst("\"status\":\"active\"", "\"id\":\"" + id + "\",\"status\":\"" + status + "\"");
        String small = Answers.json(STRAND.post(loader, "Consent", consent(0, 0, (provision, number) -> {})))
                .at("/id")
                .asText();
        long begun = System.nanoTime();

        assertRefused(STRAND.post(loader, "Consent", large), "250 provisions in all");
        assertRefused(STRAND.post(loader, "Consent/$file", large), "250 provisions in all");
        assertRefused(STRAND.post(loader, "Consent/$validate", large), "250 provisions in all");
        assertRefused(STRAND.put(loader, "Consent/" + small, large.replace(id, small)), "250 provisions in all");
        assertThat(STRAND.put(loader, "Consent/" + id, large).statusCode()).isBetween(400, 499);
        String entry = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + large
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Consent\"}}]}";
        assertRefused(STRAND.post(loader, "", entry), "250 provisions in all");

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("6 consents of 4001 provisions, " + status + ", took " + took.toMillis() + " ms");
        assertThat(took).isLessThan(LONGEST);
    }

    @Test
    void endsALargeOneThatWasStoredPastTheDoor() {
        IInterceptorService interceptors = STRAND.bean(IInterceptorService.class);
        List<Object> doors = interceptors.getAllRegisteredInterceptors().stream()
                .filter(each -> each instanceof WriteDoor || each instanceof ConsentDoor)
                .toList();
        assertThat(doors).hasSize(2);
        doors.forEach(interceptors::unregisterInterceptor);
        String path;
        try {
            HttpResponse<String> stored = STRAND.post(loader, "Consent", consent(300, 0, ConsentLimitsIT::code));
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
            path = "Consent/" + Answers.json(stored).at("/id").asText();
        } finally {
            doors.forEach(interceptors::registerInterceptor);
        }
        String body = STRAND.get(loader, path).body();

        assertRefused(STRAND.put(loader, path, body.replace("code-7\"", "code-seven\"")), "250 provisions in all");
        HttpResponse<String> ended =
                STRAND.put(loader, path, body.replaceFirst("\"status\": ?\"active\"", "\"status\":\"inactive\""));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(STRAND.post(loader, path + "/$revoke", NO_REASON).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesTheTwoHundredAndFirstConsent() {
        String plain = consent(0, 0, (provision, number) -> {});
        HttpResponse<String> first = STRAND.post(loader, "Consent", plain);
        String id = Answers.json(first).at("/id").asText();
        owner.update(
                "insert into strand.directive (consent, patient, body, conditional)"
                        + " select consent || '-' || n, patient, replace(body, ?, ? || '-' || n), conditional"
                        + " from strand.directive, generate_series(1, 198) n where consent = ?",
                id,
                id,
                "Consent/" + id);
        // of another topic, so that none is replaced
        String other = consent(0, 1, (provision, number) -> {});
        String third = consent(0, 2, (provision, number) -> {});

        assertThat(timed("the 200th consent", other).statusCode()).isEqualTo(201);
        assertRefused(timed("the 201st consent", third), "200 active consents");
        owner.update("delete from strand.directive where consent like ?", "Consent/" + id + "-%");
    }
}
