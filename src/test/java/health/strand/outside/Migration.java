package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The records of another system on their way into a server: what was sent, and where each resource has gone. */
final class Migration {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int READ_AT_A_TIME = 400;

    private final String base;
    private final List<Moved> moved = new ArrayList<>();
    private final Map<String, String> locations = new HashMap<>();
    private long nanos;

    /**
     * A resource that was stored.
     *
     * @param location where it is now, as {@code Type/id}
     * @param file it came from
     * @param sent as the other system wrote it
     */
    record Moved(String location, Path file, JsonNode sent) {

        String type() {
            return sent.get("resourceType").asText();
        }
    }

    Migration(String base) {
        this.base = base;
    }

    /** Posts a file as it is; every entry of it must be stored. */
    void load(Path file) throws IOException {
        String body = Files.readString(file);
        JsonNode entries = ExactJson.parse(body).get("entry");
        long begun = System.nanoTime();
        JsonNode answers = post(body);
        nanos += System.nanoTime() - begun;
        assertThat(answers).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            JsonNode answer = answers.get(i).get("response");
            assertThat(answer.get("status").asText()).as(answer.toString()).startsWith("201");
            String location = answer.get("location").asText().replaceAll("/_history/.*", "");
            moved.add(new Moved(location, file, entry.get("resource")));
            locations.put(entry.get("fullUrl").asText(), location);
            JsonNode request = entry.get("request");
            if (request.has("ifNoneExist")) {
                locations.put(
                        request.get("url").asText() + "?"
                                + request.get("ifNoneExist").asText(),
                        location);
            }
        }
    }

    /** Everything, in the order in which it was sent. */
    List<Moved> moved() {
        return moved;
    }

    List<String> locations() {
        return moved.stream().map(Moved::location).toList();
    }

    /** Where everything is that came from one file. */
    List<String> from(Path file) {
        return moved.stream()
                .filter(one -> file.equals(one.file()))
                .map(Moved::location)
                .toList();
    }

    double perSecond() {
        return moved.size() * 1e9 / nanos;
    }

    /** What reading it must give, apart from version and time: as sent, with the ids of the server it was sent to. */
    JsonNode expected(Moved one) {
        ObjectNode resource = one.sent().deepCopy();
        resource.put("id", one.location().substring(one.location().indexOf('/') + 1));
        readdress(resource);
        return withProfilesAsSet(resource);
    }

    /** The profiles of a resource are a set in R4; Synthea names some twice. */
    static JsonNode withProfilesAsSet(ObjectNode resource) {
        if (resource.at("/meta/profile") instanceof ArrayNode profiles) {
            Set<String> set = new TreeSet<>();
            profiles.forEach(profile -> set.add(profile.asText()));
            profiles.removeAll();
            set.forEach(profiles::add);
        }
        return resource;
    }

    private void readdress(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            String reference = object.get("reference").asText();
            if (!reference.startsWith("#")) {
                assertThat(locations).containsKey(reference);
                object.put("reference", locations.get(reference));
            }
        }
        node.forEach(this::readdress);
    }

    /** Answers to GETs of the paths, in their order; each with a response and, if there is one, a resource. */
    List<JsonNode> get(String server, Iterable<String> paths) {
        List<JsonNode> answers = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (String path : paths) {
            entries.add("{\"request\":{\"method\":\"GET\",\"url\":\"" + path + "\"}}");
            if (entries.size() == READ_AT_A_TIME) {
                batch(server, entries).forEach(answers::add);
                entries.clear();
            }
        }
        if (!entries.isEmpty()) {
            batch(server, entries).forEach(answers::add);
        }
        return answers;
    }

    private static JsonNode batch(String server, List<String> entries) {
        return post(
                server,
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + String.join(",", entries) + "]}");
    }

    /** The entries of what the server says to a bundle. */
    JsonNode post(String bundle) {
        return post(base, bundle);
    }

    private static JsonNode post(String server, String bundle) {
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), server, bundle);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ExactJson.parse(answer.body()).get("entry");
    }
}
