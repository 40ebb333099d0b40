package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;

/** A link to a further page ends with what its holder could see, and with nothing they could not. */
class PageEpochIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NO_REASON = "{\"resourceType\":\"Parameters\"}";
    private static final String GENETIC =
            "'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}]";

    private final String loader = STRAND.token("loader");
    private final String bo = STRAND.token("bo");
    private final String sora = STRAND.token("sora");
    private final String tom = STRAND.token("tom");
    private final String rex = STRAND.token("rex");
    private final String ana = STRAND.token("ana");

    private static CaseWorld world(Map<String, Object> consent) {
        return new CaseWorld(STRAND, AccessCase.world("pages", "links to further pages", List.of(consent)));
    }

    private static CaseWorld openToBo() {
        return world(Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "bo")));
    }

    /** The link to the second page of a search that finds more than one resource. */
    private static String next(String token, String search) {
        Bundle first = Answers.bundle(STRAND.get(token, search + (search.contains("?") ? "&" : "?") + "_count=1"));
        return Objects.requireNonNull(first.getLink("next"), search).getUrl();
    }

    private static String everything(CaseWorld world) {
        return world.item("patient") + "/$everything";
    }

    private static void assertOpen(String token, String link) {
        HttpResponse<String> page = STRAND.get(token, link);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(Answers.bundle(page).getEntry()).isNotEmpty();
    }

    /** Like a link that never was one. */
    private static void assertGone(String token, String link) {
        HttpResponse<String> page = STRAND.get(token, link);
        HttpResponse<String> never = STRAND.get(token, STRAND.base() + "?_page=none");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(410);
        assertThat(Answers.normal(page)).isEqualTo(Answers.normal(never));
    }

    private void revoke(CaseWorld world) {
        HttpResponse<String> answer = STRAND.post(loader, world.consents().get(0) + "/$revoke", NO_REASON);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void put(String path, String body) {
        HttpResponse<String> answer = STRAND.put(loader, path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private void relabel(CaseWorld world, String item, String security) {
        String path = world.item(item);
        put(
                path,
                "{'resourceType':'Observation','id':'" + path.replace("Observation/", "") + "','meta':{" + security
                        + "},'status':'final','code':{'text':'" + item + "'},'subject':{'reference':'"
                        + world.item("patient") + "'},'effectiveDateTime':'2026-01-10','valueString':'changed'}");
    }

    /** S49. */
    @Test
    void endsWithAWithdrawalForThoseWhoLoseByItAndForNobodyElse() {
        CaseWorld world = openToBo();
        String ofBo = next(bo, everything(world));
        String ofSora = next(sora, everything(world));
        String ofRex = next(rex, "Patient");
        String ofLoader = next(loader, everything(world));
        String ofAna = next(ana, "Observation");
        assertOpen(bo, ofBo);

        revoke(world);

        assertGone(bo, ofBo);
        assertOpen(sora, ofSora);
        assertOpen(rex, ofRex);
        assertOpen(loader, ofLoader);
        assertOpen(ana, ofAna);
    }

    @Test
    void endsTheLinksOfPagesThatWereReachedByLinks() {
        CaseWorld world = openToBo();
        Bundle second = Answers.bundle(STRAND.get(bo, next(bo, everything(world))));
        String third = second.getLink("next").getUrl();
        assertOpen(bo, third);

        revoke(world);

        assertGone(bo, third);
    }

    @Test
    void opensALinkThatWasMadeAfterTheWithdrawal() {
        CaseWorld other = openToBo();
        CaseWorld world = openToBo();
        revoke(world);

        String link = next(bo, everything(other));

        assertOpen(bo, link);
        revoke(other);
        assertGone(bo, link);
    }

    @Test
    void outlivesAConsentThatPermitsTheSame() {
        CaseWorld world = openToBo();
        String link = next(bo, everything(world));
        String written = STRAND.get(loader, world.consents().get(0))
                .body()
                .replaceFirst("\"id\": ?\"[^\"]*\",", "")
                .replaceFirst("\"meta\": ?\\{[^}]*\\},", "");

        assertThat(STRAND.post(loader, "Consent", written).statusCode()).isEqualTo(201);

        assertThat(STRAND.get(loader, world.consents().get(0)).body()).contains("inactive");
        assertOpen(bo, link);
    }

    @Test
    void endsForTheOneWhomANewConsentDenies() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("pages", "no consent", List.of()));
        String ofSora = next(sora, everything(world));
        String ofTom = next(tom, everything(world));
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(Map.of("deny", Map.of("actor", "sora")), 0));

        assertThat(STRAND.post(loader, "Consent", consent).statusCode()).isEqualTo(201);

        assertGone(sora, ofSora);
        assertOpen(tom, ofTom);
    }

    @Test
    void endsWhenALabelIsRaisedForThoseWhoSawTheResource() {
        CaseWorld world = openToBo();
        List<String> losers = List.of(bo, sora, tom, loader);
        List<String> links =
                losers.stream().map(token -> next(token, everything(world))).toList();
        String ofRex = next(rex, "Patient");
        String ofAna = next(ana, "Observation");

        relabel(world, "density", GENETIC);

        for (int index = 0; index < losers.size(); index++) {
            assertGone(losers.get(index), links.get(index));
        }
        assertOpen(rex, ofRex);
        assertOpen(ana, ofAna);
    }

    @Test
    void outlivesALabelOnWhatWasNeverSeenAndOneThatHidesNothing() {
        CaseWorld world = CaseWorld.openToGenetics(STRAND);
        String marker = world.item("marker");
        assertThat(STRAND.get(sora, marker).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(tom, marker).statusCode()).isEqualTo(200);
        String ofSora = next(sora, everything(world));
        String ofTom = next(tom, everything(world));

        relabel(
                world,
                "marker",
                GENETIC.replace("]", ",{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'PSY'}]"));

        assertThat(STRAND.get(tom, marker).statusCode()).isEqualTo(200);
        assertOpen(sora, ofSora);
        assertOpen(tom, ofTom);
    }

    /** An end that nobody has to write: it comes with its time. */
    @Test
    void endsWithTheTimeOfATreatment() throws InterruptedException {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("pages", "no consent", List.of()));
        Instant end = Instant.now().plusSeconds(20);
        String team = world.item("team");
        put(
                team,
                "{'resourceType':'CareTeam','id':'" + team.replace("CareTeam/", "")
                        + "','status':'active','subject':{'reference':'" + world.item("patient")
                        + "'},'participant':[{'member':{'reference':'Practitioner/" + STRAND.id("sora")
                        + "'},'period':{'start':'2020-01-01','end':'" + end
                        + "'}},{'member':{'reference':'Practitioner/"
                        + STRAND.id("tom") + "'}}]}");
        String ofSora = next(sora, everything(world));
        String ofTom = next(tom, everything(world));
        assertOpen(sora, ofSora);

        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()) + 1_500);

        assertGone(sora, ofSora);
        assertOpen(tom, ofTom);
        assertThat(STRAND.get(sora, world.item("density")).statusCode()).isEqualTo(404);
    }

    /** S57. */
    @Test
    void endsWithTheRole() {
        String ito = STRAND.token("ito");
        PractitionerRole role = (PractitionerRole)
                Answers.bundle(STRAND.get(loader, "PractitionerRole?practitioner=Practitioner/" + STRAND.id("ito")))
                        .getEntryFirstRep()
                        .getResource();
        String link = next(ito, "Practitioner");
        assertOpen(ito, link);

        store(role.setActive(false));
        try {
            assertGone(ito, link);
            assertThat(STRAND.get(ito, "Observation?_count=1").statusCode()).isEqualTo(403);
        } finally {
            store(role.setActive(true));
        }
        assertOpen(ito, next(ito, "Practitioner"));
    }

    private void store(PractitionerRole role) {
        put(
                "PractitionerRole/" + role.getIdElement().getIdPart(),
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(role));
    }
}
