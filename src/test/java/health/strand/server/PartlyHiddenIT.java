package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource that points to something hidden is, for whoever does not see that, one that does not point there. */
class PartlyHiddenIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String GENETIC = "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}";

    private static final List<String> URNS =
            Stream.generate(() -> "urn:uuid:" + UUID.randomUUID()).limit(5).toList();

    private final String sora = STRAND.token("sora");
    private final String loader = STRAND.token("loader");
    private final String owner = STRAND.token("ana");
    private String first = "";
    private String marker = "";
    private String last = "";
    private String encounter = "";
    private String panel = "";

    @BeforeEach
    void writeARecordThatPointsToGenetics() {
        String bundle = Records.bundle(
                        "transaction", observation(""), observation(GENETIC), observation(""), visit(GENETIC), panel())
                .replace('\'', '"');
        for (int index = 0; index < URNS.size(); index++) {
            bundle = bundle.replaceFirst("\\{\"resource\"", "{\"fullUrl\":\"" + URNS.get(index) + "\",\"resource_\"");
        }
        HttpResponse<String> stored = STRAND.post(loader, "", bundle.replace("resource_", "resource"));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        List<String> items = new ArrayList<>();
        Answers.json(stored)
                .get("entry")
                .forEach(each -> items.add(each.at("/response/location")
                        .asText()
                        .replaceAll("^.*/([A-Za-z]+/[^/]+)/_history.*$", "$1")
                        .replaceAll("/_history.*$", "")));
        first = items.get(0);
        marker = items.get(1);
        last = items.get(2);
        encounter = items.get(3);
        panel = items.get(4);
    }

    private static String ana() {
        return "Patient/" + STRAND.id("ana");
    }

    private static String observation(String label) {
        return "{\"resourceType\":\"Observation\",'meta':{'security':[" + label
                + "]},'status':'final','code':{'text':'part'},'subject':{'reference':'" + ana() + "'}}";
    }

    private static String visit(String label) {
        return "{\"resourceType\":\"Encounter\",'meta':{'security':[" + label
                + "]},'status':'finished','class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode',"
                + "'code':'AMB'},'subject':{'reference':'" + ana() + "'}}";
    }

    private static String panel() {
        return "{\"resourceType\":\"Observation\",'status':'final','code':{'text':'panel'},'subject':{'reference':'"
                + ana()
                + "'},'text':{'status':'additional','div':'<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">all of them</div>'},"
                + "'encounter':{'reference':'" + URNS.get(3) + "'},'hasMember':[{'reference':'" + URNS.get(0)
                + "'},{'reference':'" + URNS.get(1) + "','display':'the marker'},{'reference':'" + URNS.get(2) + "'}]}";
    }

    private String create(String body) {
        String json = body.replace('\'', '"');
        HttpResponse<String> created =
                STRAND.post(loader, json.replaceFirst("(?s)\\{\"resourceType\":\"(\\w+)\".*", "$1"), json);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode stored = Answers.json(created);
        return stored.get("resourceType").asText() + "/" + stored.get("id").asText();
    }

    @Test
    void saysThatNothingIsPointedTo() {
        assertThat(total(sora, "encounter:missing=true")).isEqualTo(1);
        assertThat(total(sora, "encounter:missing=false")).isZero();
        assertThat(total(owner, "encounter:missing=true")).isZero();
        assertThat(total(owner, "encounter:missing=false")).isEqualTo(1);
    }

    @Test
    void sortsAsIfNothingWerePointedTo() {
        String bare = create("{'resourceType':'Observation','status':'final','code':{'text':'bare'},"
                + "'subject':{'reference':'" + ana() + "'}}");
        String both = "Observation?_id=" + id(bare) + "," + id(panel) + "&_sort=";

        assertThat(ids(sora, both + "encounter")).isEqualTo(ids(sora, both + "-encounter"));
    }

    @Test
    void patchesWhatItsAuthorSees() {
        String hidden = "[{'op':'test','path':'/encounter','value':{'reference':'" + encounter + "'}}]";
        String there = "[{'op':'remove','path':'/encounter'}]";
        String never = "[{'op':'remove','path':'/device'}]";

        assertThat(patch(sora, hidden).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(patch(sora, there).body().replace("encounter", "device"))
                .isEqualTo(patch(sora, never).body());
        assertThat(patch(sora, "[{'op':'remove','path':'/hasMember/1'}]").statusCode())
                .isEqualTo(200);
        assertThat(members(sora)).containsExactly(first);
        assertThat(members(owner)).containsExactly(first, marker);
        assertThat(read(owner).at("/encounter/reference").asText()).isEqualTo(encounter);
    }

    @Test
    void patchesByPathWhatItsAuthorSees() {
        String second = "{'resourceType':'Parameters','parameter':[{'name':'operation','part':["
                + "{'name':'type','valueCode':'delete'},{'name':'path','valueString':'Observation.hasMember[1]'}]}]}";

        HttpResponse<String> answer = STRAND.send(STRAND.request(sora, panel)
                .header("Content-Type", "application/fhir+json")
                .method("PATCH", BodyPublishers.ofString(second.replace('\'', '"'))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(members(owner)).containsExactly(first, marker);
    }

    @Test
    void keepsWhatItsNextAuthorIsNotShown() {
        ObjectNode seen = read(sora);
        assertThat(seen.toString())
                .doesNotContain(marker)
                .doesNotContain(encounter)
                .doesNotContain("all of them");
        seen.withArray("hasMember").remove(0);
        seen.put("status", "amended");

        assertThat(put(sora, seen).statusCode()).isEqualTo(200);

        assertThat(members(sora)).containsExactly(last);
        assertThat(members(owner)).containsExactlyInAnyOrder(marker, last);
        assertThat(read(owner).at("/encounter/reference").asText()).isEqualTo(encounter);
        assertThat(total(owner, "has-member=" + marker)).isEqualTo(1);
        assertThat(total(owner, "has-member=" + first)).isZero();
        assertThat(total(sora, "has-member=" + marker)).isZero();
    }

    @Test
    void makesNoNewVersionOfWhatIsWrittenAsItWasRead() {
        ObjectNode seen = read(sora);

        HttpResponse<String> answer = put(sora, seen);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(sora)).isEqualTo(seen);
        assertThat(read(owner).at("/text/div").asText()).contains("all of them");
    }

    @Test
    void refusesAReferenceToSomethingHiddenLikeOneToNothing() {
        String nothing = "Observation/" + UUID.randomUUID();

        assertThat(withMember(marker).replace(marker, "it"))
                .isEqualTo(withMember(nothing).replace(nothing, "it"));
    }

    private String withMember(String member) {
        ObjectNode seen = read(sora);
        seen.withArray("hasMember").addObject().put("reference", member);
        HttpResponse<String> answer = put(sora, seen);
        return answer.statusCode() + answer.body();
    }

    @Test
    void takesAReferenceInAnExtensionToAnotherPatientsHiddenRecordForOneToNothing() {
        String hidden = Answers.json(STRAND.get(loader, "Observation?_count=1&patient=" + STRAND.id("kim")))
                .at("/entry/0/resource/id")
                .asText();
        String ben = STRAND.token("ben");
        String answers = "{'resourceType':'QuestionnaireResponse','status':'completed','subject':{'reference':'Patient/"
                + STRAND.id("ben")
                + "'},'extension':[{'url':'urn:x','valueReference':{'reference':'Observation/%s'}}]}";

        HttpResponse<String> toHidden = STRAND.post(
                ben, "QuestionnaireResponse", answers.formatted(hidden).replace('\'', '"'));
        HttpResponse<String> toNothing = STRAND.post(
                ben,
                "QuestionnaireResponse",
                answers.formatted(UUID.randomUUID()).replace('\'', '"'));

        assertThat(toHidden.statusCode()).as(toHidden.body()).isEqualTo(toNothing.statusCode());
    }

    @Test
    void forgetsWhereADeletedRecordPointedTo() {
        assertThat(total(owner, "has-member=" + marker)).isEqualTo(1);

        assertThat(STRAND.send(STRAND.request(sora, panel).DELETE()).statusCode())
                .isEqualTo(200);

        assertThat(found(owner, "Observation?has-member=" + marker).get("total").asInt())
                .isZero();
    }

    @Test
    void forgetsAReferenceThatGaveWayToAnother() {
        String visible = create(visit(""));
        ObjectNode seen = read(sora);
        seen.putObject("encounter").put("reference", visible);

        assertThat(put(sora, seen).statusCode()).isEqualTo(200);

        assertThat(total(owner, "encounter=" + visible)).isEqualTo(1);
        assertThat(total(owner, "encounter=" + encounter)).isZero();
    }

    private HttpResponse<String> patch(String token, String body) {
        return STRAND.send(STRAND.request(token, panel)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private HttpResponse<String> put(String token, JsonNode body) {
        HttpRequest.Builder request = STRAND.request(token, panel)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body.toString()));
        return STRAND.send(request);
    }

    private ObjectNode read(String token) {
        return (ObjectNode) Answers.json(STRAND.get(token, panel));
    }

    private List<String> members(String token) {
        List<String> members = new ArrayList<>();
        read(token)
                .withArray("hasMember")
                .forEach(each -> members.add(each.get("reference").asText()));
        return members;
    }

    private static List<String> ids(String token, String search) {
        List<String> ids = new ArrayList<>();
        found(token, search)
                .at("/entry")
                .forEach(each -> ids.add(each.at("/resource/id").asText()));
        return ids;
    }

    private int total(String token, String search) {
        return found(token, "Observation?_id=" + id(panel) + "&" + search)
                .get("total")
                .asInt();
    }

    private static JsonNode found(String token, String search) {
        return Answers.json(STRAND.get(token, search));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
