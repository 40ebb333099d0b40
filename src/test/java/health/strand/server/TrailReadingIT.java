package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the trail: the patient their own, the privacy officer all of it, and nobody else any. */
class TrailReadingIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final Trail trail = new Trail(STRAND);
    private final String ana = STRAND.token("ana");
    private final String anasRecord = "Patient/" + STRAND.id("ana");

    private static List<AuditEvent> events(HttpResponse<String> answer) {
        return Answers.bundle(answer).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(AuditEvent.class::cast)
                .toList();
    }

    private static boolean names(AuditEvent event, String reference) {
        return event.getEntity().stream()
                .anyMatch(entity -> reference.equals(entity.getWhat().getReference()));
    }

    private static String person(AuditEvent event) {
        return event.getAgent().stream()
                .filter(agent -> agent.getWho().hasReference())
                .map(agent -> agent.getWho().getReference())
                .findFirst()
                .orElse("");
    }

    @Test
    void showsPatientsTheirOwnLogTheNewestFirst() {
        STRAND.get(STRAND.token("sora"), anasRecord);
        STRAND.get(STRAND.token("sora"), "Patient/" + STRAND.id("ben"));
        List<AuditEvent> events = events(STRAND.get(ana, "AuditEvent?_count=20"));

        assertThat(events).isNotEmpty().allMatch(event -> names(event, anasRecord));
        assertThat(events)
                .extracting(event -> event.getRecorded().toInstant())
                .isSortedAccordingTo(
                        java.util.Comparator.<Instant>naturalOrder().reversed());
        assertThat(person(events.get(0))).isEqualTo("Practitioner/" + STRAND.id("sora"));
        HttpResponse<String> one =
                STRAND.get(ana, "AuditEvent/" + events.get(0).getIdElement().getIdPart());
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains(anasRecord);
    }

    @Test
    void goesThroughAllPagesWithoutRepeatingAnEvent() {
        for (int time = 0; time < 8; time++) {
            STRAND.get(STRAND.token("sora"), anasRecord);
        }
        Set<String> seen = new java.util.HashSet<>();
        String next = "AuditEvent?_count=2&agent=Practitioner/" + STRAND.id("sora");
        for (int page = 0; page < 3; page++) {
            Bundle bundle = Answers.bundle(STRAND.get(ana, next));
            assertThat(bundle.getEntry()).hasSize(2);
            bundle.getEntry()
                    .forEach(entry -> assertThat(
                                    seen.add(entry.getResource().getIdElement().getIdPart()))
                            .isTrue());
            next = bundle.getLink("next").getUrl();
            assertThat(next).contains("_page=").doesNotContain("_after", "agent");
        }
        assertThat(STRAND.get(STRAND.token("ben"), next).statusCode()).isEqualTo(410);
    }

    /** S87. */
    @Test
    void saysOnEachPageHowManyThereAre() {
        String once = "AuditEvent?agent=Patient/none-%s".formatted(UUID.randomUUID());
        assertThat(Answers.bundle(STRAND.get(ana, once + "&_count=7")).getTotal())
                .isZero();
        String upToNow = "AuditEvent?agent=Practitioner/" + STRAND.id("sora") + "&date=lt" + Instant.now();
        int all = Answers.json(STRAND.get(ana, upToNow + "&_summary=count"))
                .path("total")
                .asInt();
        Bundle first = Answers.bundle(STRAND.get(ana, upToNow + "&_count=1"));
        Bundle second = Answers.bundle(STRAND.get(ana, first.getLink("next").getUrl()));

        assertThat(List.of(first.getTotal(), second.getTotal())).containsOnly(all);
    }

    @Test
    void putsADeniedAttemptIntoThePatientsLogAndNowhereElse() {
        String ito = STRAND.token("ito");
        String attempt =
                STRAND.get(ito, anasRecord).headers().firstValue("X-Request-ID").orElseThrow();
        List<AuditEvent> events = events(STRAND.get(
                ana, "AuditEvent?outcome=8&type=110113&agent=Practitioner/" + STRAND.id("ito") + "&_count=1"));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._8);
            assertThat(event.getOutcomeDesc()).isEqualTo("hidden");
            assertThat(event.getEntity())
                    .anyMatch(entity ->
                            attempt.equals(entity.getWhat().getIdentifier().getValue()));
        });
        String id = "AuditEvent/" + events.get(0).getIdElement().getIdPart();
        for (String staff : List.of("ito", "sora", "rex", "mia")) {
            assertThat(STRAND.get(STRAND.token(staff), id).statusCode())
                    .as(staff)
                    .isEqualTo(403);
            assertThat(STRAND.get(STRAND.token(staff), "AuditEvent?patient=" + anasRecord)
                            .statusCode())
                    .as(staff)
                    .isEqualTo(403);
        }
        assertThat(STRAND.get(STRAND.token("ben"), id).body())
                .isEqualTo(STRAND.get(STRAND.token("ben"), "AuditEvent/" + UUID.randomUUID())
                        .body());
        assertThat(events(STRAND.get(STRAND.token("ben"), "AuditEvent?patient=" + anasRecord)))
                .isEmpty();
    }

    @Test
    void showsThePrivacyOfficerEverybodys() {
        STRAND.get(STRAND.token("sora"), anasRecord);
        STRAND.get(STRAND.token("sora"), "Practitioner/" + STRAND.id("ito"));
        String dara = STRAND.token("dara");

        assertThat(events(STRAND.get(dara, "AuditEvent?patient=" + anasRecord + "&_count=3")))
                .hasSize(3)
                .allMatch(event -> names(event, anasRecord));
        assertThat(events(STRAND.get(
                        dara, "AuditEvent?entity=Practitioner/" + STRAND.id("ito") + "&subtype=read&_count=1")))
                .hasSize(1);
    }

    @Test
    void tellsPatientsByWhatWasSearchedAndNotForWhom() {
        String ben = STRAND.id("ben");
        String search = "Patient?_id=" + STRAND.id("ana") + "," + ben;
        HttpResponse<String> answer = STRAND.get(STRAND.token("sora"), search);
        String request = answer.headers().firstValue("X-Request-ID").orElseThrow();

        assertThat(trail.of(answer)).isNotEmpty();
        assertThat(queries(STRAND.get(ana, "AuditEvent?subtype=search&_count=5"), request))
                .containsExactly("Patient?_id=");
        assertThat(queries(STRAND.get(STRAND.token("dara"), "AuditEvent?subtype=search&_count=9"), request))
                .isNotEmpty()
                .allMatch(query -> query.contains(ben));
    }

    private static List<String> queries(HttpResponse<String> answer, String request) {
        return events(answer).stream()
                .filter(event -> event.getEntity().stream()
                        .anyMatch(entity ->
                                request.equals(entity.getWhat().getIdentifier().getValue())))
                .flatMap(event -> event.getEntity().stream())
                .filter(AuditEvent.AuditEventEntityComponent::hasQuery)
                .map(entity -> new String(entity.getQuery(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void recordsThatSomebodyReadTheLogOnce() {
        HttpResponse<String> own = STRAND.get(ana, "AuditEvent?_count=10");
        HttpResponse<String> officers = STRAND.get(STRAND.token("dara"), "AuditEvent?_count=10&patient=" + anasRecord);

        assertThat(trail.lines(own)).containsExactly("search 0 " + STRAND.id("ana"));
        assertThat(trail.lines(officers)).containsExactly("search 0 " + STRAND.id("ana"));
    }

    @Test
    void leavesNoTraceForPatientsOfWhatIsWithheldFromThem() {
        String withheld = Answers.json(STRAND.post(
                        STRAND.token("loader"),
                        "Observation",
                        ("{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':{'reference':'"
                                        + anasRecord + "'}," + Withheld.since(Instant.now()) + "}")
                                .replace('\'', '"')))
                .at("/id")
                .asText();
        try {
            String search = "AuditEvent?entity=Observation/" + withheld;

            assertThat(STRAND.get(ana, "Observation/" + withheld).statusCode()).isEqualTo(404);
            assertThat(events(STRAND.get(ana, search))).isEmpty();
            assertThat(events(STRAND.get(STRAND.token("dara"), search))).hasSizeGreaterThanOrEqualTo(2);
        } finally {
            STRAND.delete(STRAND.token("loader"), "Observation/" + withheld);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=R",
                "type=rest",
                "subtype=read",
                "subtype=http://hl7.org/fhir/restful-interaction%7Cread",
                "outcome=0",
                "subtype=http://hl7.org/fhir/OperationDefinition/Patient-everything",
                "subtype=AuthZ-Role&outcome=8",
                "date=ge2020-01-01",
                "date=ge2020-01-01&date=lt2100-01-01",
                "patient={ana}",
                "patient=Patient/{ana}",
                "entity={ana}",
                "entity=Patient/{ana}",
                "agent={sora}"
            })
    void findsByEachOfItsParameters(String parameter) {
        STRAND.get(STRAND.token("sora"), anasRecord);
        STRAND.get(STRAND.token("ito"), anasRecord);
        STRAND.get(ana, anasRecord + "/$everything?_count=1");
        String query = parameter.replace("{ana}", STRAND.id("ana")).replace("{sora}", STRAND.id("sora"));

        assertThat(events(STRAND.get(ana, "AuditEvent?_count=1&" + query))).hasSize(1);
        assertThat(Answers.json(STRAND.get(ana, "AuditEvent?_summary=count&" + query))
                        .path("total")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=D&subtype=read",
                "outcome=12",
                "type=x",
                "subtype=http://hl7.org/fhir/OperationDefinition/Patient-match",
                "date=lt2020-01-01",
                "patient={nobody}",
                "entity=Observation/{nobody}",
                "agent=Practitioner/{nobody}",
                "_id={nobody}",
                "_id=nothing"
            })
    void findsNothingByWhatIsNotThere(String parameter) {
        String query = parameter.replace("{nobody}", UUID.randomUUID().toString());

        assertThat(events(STRAND.get(ana, "AuditEvent?" + query))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent.name=x", "agent:missing=true", "date=soon", "_after=1", "_sort=foo", "_sort=date"})
    void refusesWhatItCannotLookForBy(String query) {
        assertThat(STRAND.get(ana, "AuditEvent?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void recordsWhoFollowsALinkThatIsNoLongerValid() {
        String next = Answers.bundle(STRAND.get(ana, "AuditEvent?_count=1&_sort=-date"))
                .getLink("next")
                .getUrl();

        assertThat(STRAND.get(STRAND.token("kim"), next).statusCode()).isEqualTo(410);
        AuditEvent event = events(STRAND.get(
                        STRAND.token("dara"), "AuditEvent?_count=1&outcome=4&agent=Patient/" + STRAND.id("kim")))
                .get(0);
        assertThat(event.getOutcomeDesc()).isEqualTo("page-link-invalid");
    }

    @Test
    void letsNobodyWriteEvents() {
        String event = ("{'resourceType':'AuditEvent','type':{'system':'urn:x','code':'x'},'recorded':"
                        + "'2026-01-01T00:00:00Z','agent':[{'requestor':true,'who':{'reference':'" + anasRecord
                        + "'}}],'source':{'observer':{'display':'x'}}}")
                .replace('\'', '"');
        String loader = STRAND.token("loader");

        assertThat(STRAND.post(loader, "AuditEvent", event).statusCode()).isIn(400, 404, 405);
        assertThat(STRAND.post(loader, "", Records.bundle("transaction", event)).statusCode())
                .isEqualTo(422);
        JsonNode batch = Answers.json(STRAND.post(loader, "", Records.bundle("batch", event)));
        assertThat(batch.at("/entry/0/response/status").asText()).startsWith("422");
        assertThat(trail.owner()
                        .queryForObject(
                                "select count(*) from hfj_resource where res_type = 'AuditEvent'", Integer.class))
                .isZero();
    }

    @Test
    void holdsAppsToTheirScopes() {
        String narrow = STRAND.token("ana", "openid fhirUser launch/patient patient/Observation.rs");

        assertThat(STRAND.get(narrow, "AuditEvent").statusCode()).isEqualTo(403);
    }
}
