package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.imaging.OnePixel;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record says in passing, what was made from it and what is said about it are as hidden as it is itself. */
class LabelingIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String GENETIC = "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}";
    private static final String SEXUAL = "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'SEX'}";
    private static final String ANA = "'subject':{'reference':'Patient/" + STRAND.id("ana") + "'}";

    private final String sora = STRAND.token("sora");
    private final String ana = STRAND.token("ana");
    private final String loader = STRAND.token("loader");

    @Test
    void hidesANoteThatNamesAMarker() {
        String note = create(loader, observation("", ",'note':[{'text':'carries rs6152, thinks of her brothers'}]"));
        String other = create(loader, observation("", ",'note':[{'text':'carries on with the lotion'}]"));

        assertThat(status(sora, note)).isEqualTo(404);
        assertThat(labels(ana, note)).containsExactlyInAnyOrder("GDIS", "R");
        assertThat(labels(sora, other)).containsExactly("N");
    }

    /** S58. */
    @Test
    void hidesARecordInAllVersionsOnceItNamesAMarker() {
        String note = create(loader, observation("", ""));
        ObjectNode seen = (ObjectNode) Answers.json(STRAND.get(sora, note));
        seen.putArray("note").addObject().put("text", "heterozygous, she says");

        STRAND.put(sora, note, seen.toString());

        for (String road : List.of(note, note + "/_history/1", note + "/_history/2", note + "/_history")) {
            assertThat(status(sora, road)).as(road).isEqualTo(404);
            assertThat(status(ana, road)).as(road).isEqualTo(200);
        }
        String gone = id(note);
        String never = UUID.randomUUID().toString();
        assertThat(Answers.normal(STRAND.get(sora, note), gone))
                .isEqualTo(Answers.normal(STRAND.get(sora, "Observation/" + never), never));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hidesWhatIsDerivedFromGeneticsInOneTransaction(boolean sourceFirst) {
        String marker = "urn:uuid:" + UUID.randomUUID();
        List<String> entries = new ArrayList<>(List.of(
                entry(marker, observation(GENETIC, "")),
                entry("urn:uuid:" + UUID.randomUUID(), observation("", derivedFrom(marker)))));
        if (!sourceFirst) {
            Collections.reverse(entries);
        }

        List<String> stored = transact(entries);
        String derived = stored.get(sourceFirst ? 1 : 0);

        assertThat(status(sora, derived)).isEqualTo(404);
        assertThat(labels(ana, derived)).containsExactlyInAnyOrder("GDIS", "R");
        assertThat(total(ana, "Observation?_security=GDIS&_id=" + id(derived))).isEqualTo(1);
        assertThat(total(sora, "Observation?_id=" + id(derived))).isZero();
    }

    @Test
    void hidesWhatWasDerivedWhenItsSourceIsLabelledLater() {
        String source = create(loader, observation("", ""));
        String average = create(loader, observation("", derivedFrom(source)));
        String trend = create(loader, observation("", derivedFrom(average)));
        String origin = create(loader, provenance(average));
        String apart = create(loader, observation("", ",'hasMember':[{'reference':'" + source + "'}]"));
        List<String> made = List.of(source, average, trend, origin);
        assertThat(made).allMatch(each -> status(sora, each) == 200);

        assertThat(STRAND.put(loader, source, withId(observation(GENETIC, ""), source))
                        .statusCode())
                .isEqualTo(200);

        assertThat(made).allMatch(each -> status(sora, each) == 404);
        assertThat(made)
                .allSatisfy(each ->
                        assertThat(labels(ana, each)).contains("GDIS", "R").doesNotContain("N"));
        assertThat(total(ana, "Observation?_security=GDIS&_id=" + id(trend))).isEqualTo(1);
        assertThat(STRAND.get(sora, apart).body()).doesNotContain(id(source)).contains("\"N\"");
        assertThat(STRAND.get(ana, apart).body()).contains(id(source));
    }

    @Test
    void showsProvenanceToWhoSeesWhatItIsAbout() {
        String density = create(loader, observation("", ""));
        String about = create(loader, provenance(density));
        String marker = "urn:uuid:" + UUID.randomUUID();
        List<String> stored = transact(List.of(
                entry("urn:uuid:" + UUID.randomUUID(), provenance(marker)), entry(marker, observation(GENETIC, ""))));

        assertThat(status(sora, about)).isEqualTo(200);
        assertThat(total(sora, "Provenance?target=" + density)).isEqualTo(1);
        assertThat(status(STRAND.token("mia"), about)).isEqualTo(404);
        assertThat(status(STRAND.token("rex"), about)).isEqualTo(404);
        assertThat(status(sora, stored.get(0))).isEqualTo(404);
        assertThat(status(ana, stored.get(0))).isEqualTo(200);
    }

    @Test
    void letsASurgeonSayWhereHerOwnRecordComesFrom() {
        String density = create(loader, observation("", ""));

        assertThat(status(sora, create(sora, provenance(density)))).isEqualTo(200);
    }

    @Test
    void takesAFileThatIsHiddenForOneThatIsNot() {
        String hidden = create(loader, file(GENETIC));
        assertThat(status(sora, hidden)).isEqualTo(404);

        String toHidden = create(sora, media("", hidden));
        String toNothing = create(sora, media("", "Binary/" + UUID.randomUUID()));

        assertThat(labels(sora, toHidden)).isEqualTo(labels(sora, toNothing)).containsExactly("R");
    }

    @Test
    void keepsAFileAsHiddenAsThePictureThatHoldsIt() {
        String file = create(loader, file(""));
        String picture = create(loader, media(SEXUAL, file));
        assertThat(labels(sora, file)).containsExactlyInAnyOrder("SEX", "R");

        assertThat(STRAND.put(loader, picture, withId(media(GENETIC, file), picture))
                        .statusCode())
                .isEqualTo(200);

        assertThat(status(sora, picture)).isEqualTo(404);
        assertThat(status(sora, file)).isEqualTo(404);
        assertThat(labels(ana, file)).containsExactlyInAnyOrder("SEX", "GDIS", "R");
    }

    @Test
    void neverLowersALabelForAWriter() {
        String note = create(loader, observation(SEXUAL, ""));
        ObjectNode bare = (ObjectNode) Answers.json(STRAND.get(sora, note));
        bare.remove("meta");
        bare.put("language", "en");

        assertThat(STRAND.put(sora, note, bare.toString()).statusCode()).isEqualTo(200);
        assertThat(labels(sora, note)).containsExactlyInAnyOrder("SEX", "R");
        assertThat(patch(
                                note,
                                "[{'op':'replace','path':'/meta/security','value':[]},"
                                        + "{'op':'add','path':'/language','value':'de'}]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(labels(sora, note)).containsExactlyInAnyOrder("SEX", "R");
        for (String operation : List.of("$meta-delete", "$meta-add", "$meta")) {
            assertThat(STRAND.post(sora, note + "/" + operation, "{\"resourceType\":\"Parameters\"}")
                            .statusCode())
                    .as(operation)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(labels(sora, note)).containsExactlyInAnyOrder("SEX", "R");
    }

    @Test
    void countsTheMembersOfAGroupThatAreThereForWhoAsks() {
        String another = create(loader, device(""));
        String visible = "urn:uuid:" + UUID.randomUUID();
        String genetic = "urn:uuid:" + UUID.randomUUID();
        List<String> written = transact(List.of(
                entry(visible, device("")),
                entry(genetic, device(GENETIC)),
                entry("urn:uuid:" + UUID.randomUUID(), group(2, visible, genetic))));
        String hidden = written.get(1);
        String group = written.get(2);

        ObjectNode seen = (ObjectNode) Answers.json(STRAND.get(sora, group));
        assertThat(seen.get("quantity").asInt()).isEqualTo(1);
        assertThat(seen.toString()).doesNotContain(id(hidden));

        assertThat(STRAND.put(sora, group, seen.toString()).statusCode()).isEqualTo(200);
        assertThat(quantity(ana, group)).isEqualTo(2);

        seen.put("quantity", 2)
                .withArray("member")
                .addObject()
                .putObject("entity")
                .put("reference", another);
        assertThat(STRAND.put(sora, group, seen.toString()).statusCode()).isEqualTo(200);
        assertThat(quantity(sora, group)).isEqualTo(2);
        assertThat(quantity(ana, group)).isEqualTo(3);
    }

    private static String observation(String label, String more) {
        return "{'resourceType':'Observation','meta':{'security':[" + label
                + "]},'status':'final','code':{'text':'part'}," + ANA + more + "}";
    }

    private static String derivedFrom(String source) {
        return ",'derivedFrom':[{'reference':'" + source + "'}]";
    }

    private static String provenance(String target) {
        return "{'resourceType':'Provenance','target':[{'reference':'" + target
                + "'}],'recorded':'2026-01-01T00:00:00Z','agent':[{'who':{'reference':'Practitioner/"
                + STRAND.id("sora") + "'}}]}";
    }

    private static String file(String label) {
        return "{'resourceType':'Binary','meta':{'security':[" + label
                + "]},'contentType':'image/png','securityContext':{'reference':'Patient/" + STRAND.id("ana")
                + "'},'data':'" + OnePixel.PNG + "'}";
    }

    private static String media(String label, String file) {
        return "{'resourceType':'Media','meta':{'security':[" + label + "]},'status':'completed'," + ANA
                + ",'content':{'contentType':'image/png','url':'" + file + "'}}";
    }

    private static String device(String label) {
        return "{'resourceType':'Device','meta':{'security':[" + label + "]},'patient':{'reference':'Patient/"
                + STRAND.id("ana") + "'}}";
    }

    private static String group(int quantity, String... members) {
        return "{'resourceType':'Group','type':'device','actual':true,'quantity':" + quantity
                + ",'characteristic':[{'code':{'text':'of'},'valueReference':{'reference':'Patient/" + STRAND.id("ana")
                + "'},'exclude':false}],'member':[{'entity':{'reference':'"
                + String.join("'}},{'entity':{'reference':'", members)
                + "'}}]}";
    }

    private static String entry(String name, String body) {
        return "{'fullUrl':'" + name + "','resource':" + body + ",'request':{'method':'POST','url':'"
                + body.replaceFirst("(?s).*?'resourceType':'([A-Za-z]+)'.*", "$1") + "'}}";
    }

    private List<String> transact(List<String> entries) {
        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                ("{'resourceType':'Bundle','type':'transaction','entry':[" + String.join(",", entries) + "]}")
                        .replace('\'', '"'));
        List<String> stored = new ArrayList<>();
        Answers.bundle(answer)
                .getEntry()
                .forEach(each -> stored.add(each.getResponse().getLocation().replaceAll("/_history/.*", "")));
        return stored;
    }

    private static String create(String token, String body) {
        String type = body.replaceFirst("(?s).*?'resourceType':'([A-Za-z]+)'.*", "$1");
        HttpResponse<String> created = STRAND.post(token, type, body.replace('\'', '"'));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return type + "/"
                + created.headers().firstValue("Location").orElseThrow().replaceAll(".*/([^/]+)/_history.*", "$1");
    }

    private static String withId(String body, String reference) {
        return body.replaceFirst("\\{", "{'id':'" + id(reference) + "',").replace('\'', '"');
    }

    private HttpResponse<String> patch(String path, String body) {
        return STRAND.send(STRAND.request(sora, path)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static int status(String token, String path) {
        return STRAND.get(token, path).statusCode();
    }

    private static int quantity(String token, String path) {
        return Answers.json(STRAND.get(token, path)).get("quantity").asInt();
    }

    private static int total(String token, String search) {
        return Answers.bundle(STRAND.get(token, search + "&_total=accurate")).getTotal();
    }

    /** A file is sent as it is where nobody asks for FHIR. */
    private static List<String> labels(String token, String path) {
        HttpResponse<String> answer =
                STRAND.send(STRAND.request(token, path).header("Accept", "application/fhir+json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> labels = new ArrayList<>();
        for (JsonNode label : Answers.json(answer).at("/meta/security")) {
            labels.add(label.get("code").asText());
        }
        return labels;
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
