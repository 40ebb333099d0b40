package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.dicom.WrittenDicom;
import health.strand.imaging.OnePixel;
import java.util.Base64;
import java.util.List;

/**
 * Draws writes, each followed by a look at what it has done. Both worlds are written alike, one after the other from the
 * same beginning, so nothing has to be undone.
 */
final class WriteGrammar {

    private static final List<String> WRITTEN =
            List.of("Observation", "Condition", "Encounter", "Flag", "Communication", "Media", "Procedure", "Task");
    private static final String FHIR = "application/fhir+json";

    private final Words words;
    private final Model model;

    WriteGrammar(Model model) {
        this.words = model.words();
        this.model = model;
    }

    /** A write and the reads after it. */
    List<Ask> some() {
        String item = words.chance(2) ? seen() : model.reference(words.one(WRITTEN));
        String type = item.substring(0, item.indexOf('/'));
        Ask write = draw(type, item);
        return List.of(
                write,
                Ask.get(item).in(write.row()),
                Ask.get(item + "/_history").in(write.row()),
                Ask.get(type + "?_summary=count").in(write.row()));
    }

    private Ask draw(String type, String item) {
        return switch (words.below(13)) {
            case 0 -> Ask.post(type, fresh(type)).in("L23");
            case 1 ->
                Ask.post(type, fresh(type))
                        .with("If-None-Exist", condition(type))
                        .in("L31");
            case 2 -> Ask.put(type + "?" + condition(type), fresh(type)).in("L32");
            case 3 -> patch(type + "?" + condition(type)).in("L32");
            case 4 -> Ask.delete(type + "?" + condition(type)).in("L33");
            case 5 -> changed();
            case 6 -> patch(item).in("L35");
            case 7 -> Ask.delete(item).in(model.isVisible(item) ? "L37" : "L35");
            case 8 ->
                Ask.put(item, withId(fresh(type), item))
                        .with("If-Match", "W/\"" + (1 + words.below(2)) + "\"")
                        .in("L36");
            case 9 -> transaction(type, item).in("L39");
            case 10 -> Ask.post("Binary", file("image/png", OnePixel.PNG)).in("L31");
            case 11 ->
                Ask.post("Binary", file("application/dicom", ofSomebody())).in("L23");
            default -> Ask.post(type + "/$validate", fresh(type)).in("L29");
        };
    }

    /** Something that is there for the writer, in another language. */
    private Ask changed() {
        String item = seen();
        return Ask.put(item, withId(next(item.substring(0, item.indexOf('/')), item), item))
                .in("L34");
    }

    /** A picture of somebody; drawn again it is sent again. */
    private String file(String type, String base64) {
        return ("{'resourceType':'Binary','contentType':'" + type + "','securityContext':{'reference':'"
                        + model.reference("Patient") + "'},'data':'" + base64 + "'}")
                .replace('\'', '"');
    }

    /** A file with the name of nobody there is: what it is compared with may be hidden. */
    private static String ofSomebody() {
        return Base64.getEncoder().encodeToString(WrittenDicom.of("00100010PNNobody^Known"));
    }

    private String condition(String type) {
        return switch (words.below(3)) {
            case 0 -> "_id=" + model.reference(type).replaceAll(".*/", "");
            case 1 -> "_id=" + model.reference(type).replaceAll(".*/", "") + "&_lastUpdated=gt2020-01-01";
            default ->
                "subject=" + model.reference("Patient") + "&_id="
                        + model.reference(type).replaceAll(".*/", "");
        };
    }

    private Ask patch(String path) {
        String place = words.one(List.of("/language", "/status", "/note", "/text", "/derivedFrom", "/derivedFrom/0"));
        String operation = words.one(List.of("replace", "add", "remove", "test"));
        String value = operation.equals("remove") ? "" : ",\"value\":\"en\"";
        return Ask.patch(path, "[{\"op\":\"" + operation + "\",\"path\":\"" + place + "\"" + value + "}]");
    }

    private Ask transaction(String type, String item) {
        String entry = switch (words.below(4)) {
            case 0 -> "{\"resource\":" + fresh(type) + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type + "\"}}";
            case 1 ->
                "{\"resource\":" + withId(fresh(type), item) + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + item
                        + "\"}}";
            case 2 -> "{\"request\":{\"method\":\"DELETE\",\"url\":\"" + item + "\"}}";
            default ->
                "{\"resource\":" + byQuery(fresh(type)) + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type
                        + "\"}}";
        };
        String kind = words.chance(2) ? "batch" : "transaction";
        return new Ask(
                "",
                "POST",
                "",
                java.util.Map.of("Content-Type", FHIR),
                "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[" + entry + "]}");
    }

    /** A new body like one the requester may see, or a plain one about a patient they may or may not see. */
    private String fresh(String type) {
        List<StoredRecord> like = model.visible().stream()
                .filter(each -> each.type().equals(type))
                .toList();
        if (like.isEmpty() || words.chance(3)) {
            return plain(type, model.reference("Patient"));
        }
        JsonNode body = model.shown(words.one(like));
        ((ObjectNode) body).remove(List.of("id", "meta"));
        return body.toString();
    }

    /** Something the requester may see. */
    private String seen() {
        List<StoredRecord> all = model.visible().stream()
                .filter(each -> WRITTEN.contains(each.type()))
                .toList();
        return all.isEmpty()
                ? model.reference(words.one(WRITTEN))
                : words.one(all).reference();
    }

    /** The next version of what the requester sees, who does not know what it says of the hidden. */
    private String next(String type, String item) {
        for (StoredRecord each : model.visible()) {
            if (each.reference().equals(item)) {
                ObjectNode body = (ObjectNode) model.shown(each);
                body.put("language", words.one(List.of("en", "de", "fr")));
                return body.toString();
            }
        }
        return fresh(type);
    }

    private static String plain(String type, String patient) {
        String about = "'subject':{'reference':'" + patient + "'}";
        String rest = switch (type) {
            case "Observation" -> "'status':'final','code':{'text':'plain'}," + about;
            case "Condition" ->
                "'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical',"
                        + "'code':'active'}]},'code':{'text':'plain'}," + about;
            case "Encounter" ->
                "'status':'planned','class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode',"
                        + "'code':'AMB'}," + about;
            case "Task" -> "'status':'requested','intent':'order','for':{'reference':'" + patient + "'}";
            case "Flag" -> "'status':'active','code':{'text':'plain'}," + about;
            case "Media" -> "'status':'completed','content':{'title':'plain'}," + about;
            default -> "'status':'completed'," + about;
        };
        return ("{'resourceType':'" + type + "'," + rest + "}").replace('\'', '"');
    }

    private static String withId(String body, String item) {
        ObjectNode json = (ObjectNode) Json.read(body);
        json.put("id", item.replaceAll(".*/", ""));
        return json.toString();
    }

    /** A reference written as a query that only something hidden may answer. */
    private String byQuery(String body) {
        ObjectNode json = (ObjectNode) Json.read(body);
        String target = model.reference("Encounter");
        json.putObject("encounter").put("reference", "Encounter?_id=" + target.replaceAll(".*/", ""));
        return json.toString();
    }
}
