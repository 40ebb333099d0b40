package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What becomes of a chart with time: some resources are changed, some get another label, some are deleted. */
final class Changes {

    private static final List<String> CHANGED = List.of("Observation", "Media", "Condition", "Flag", "Encounter");
    private static final List<String> DELETED = List.of("Flag", "Task", "Communication", "List", "RiskAssessment");

    private final Words words;
    private final Loader loader;

    Changes(Words words, Loader loader) {
        this.words = words;
        this.loader = loader;
    }

    void make(List<String> items) {
        for (String item : items) {
            String type = item.substring(0, item.indexOf('/'));
            if (CHANGED.contains(type) && words.chance(4)) {
                change(item);
            }
            if (DELETED.contains(type) && words.chance(3)) {
                loader.delete(item);
            }
        }
    }

    /** A label that was put on cannot be taken off again, so the version before it is hidden with it. */
    private void change(String item) {
        Answer read = loader.tryRead(item);
        if (read.status() != 200) {
            return;
        }
        ObjectNode body = (ObjectNode) Json.read(read.body());
        ObjectNode meta = body.putObject("meta");
        if (words.chance(2)) {
            JsonNode label = Json.read(Labels.one(words).replace('\'', '"'));
            meta.putArray("security").add(label);
            Labels.giveReason(body, words);
        }
        body.put("language", words.chance(2) ? "en" : "de");
        loader.put(item, body.toString());
    }
}
