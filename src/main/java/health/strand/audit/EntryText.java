package health.strand.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.access.PatientId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one text of an entry, over which the chain is reckoned: JSON with its members always in this order, without those
 * that are empty.
 */
final class EntryText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper READER = new ObjectMapper();

    private EntryText() {}

    static String of(TrailEntry entry) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", entry.id().toString());
            json.writeStringField("recorded", entry.recorded().toString());
            PatientId patient = entry.patient();
            write(json, "patient", patient == null ? null : patient.value());
            write(json, entry.deed());
            write(json, entry.actor());
            // last, because the database adds it
            write(json, "consents", entry.consents());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Deed deed) throws IOException {
        json.writeStringField("interaction", deed.interaction().code());
        write(json, "operation", deed.operation());
        json.writeStringField("outcome", deed.outcome().code());
        write(json, "reason", deed.reason());
        write(json, "data", deed.data());
        write(json, "query", deed.query());
        write(json, "classes", deed.classes());
    }

    private static void write(JsonGenerator json, Actor actor) throws IOException {
        write(json, "person", actor.person());
        write(json, "client", actor.client());
        write(json, "roles", actor.roles());
        write(json, "purposes", actor.purposes());
        write(json, "address", actor.address());
        write(json, "request", actor.request());
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void write(JsonGenerator json, String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    /** @throws IllegalArgumentException when it is not such a text */
    static TrailEntry read(String text) {
        JsonNode json;
        try {
            json = READER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("the text of an entry is not readable", e);
        }
        String patient = string(json, "patient");
        return new TrailEntry(
                UUID.fromString(json.path("id").asText()),
                Instant.parse(json.path("recorded").asText()),
                patient == null ? null : new PatientId(patient),
                new Actor(
                        json.path("person").asText(),
                        json.path("client").asText(),
                        strings(json.path("roles")),
                        strings(json.path("purposes")),
                        json.path("address").asText(),
                        json.path("request").asText(),
                        Set.of()),
                new Deed(
                        Interaction.fromCode(json.path("interaction").asText())
                                .orElseThrow(() -> new IllegalArgumentException("an entry of an unknown interaction")),
                        string(json, "operation"),
                        Outcome.fromCode(json.path("outcome").asText())
                                .orElseThrow(() -> new IllegalArgumentException("an entry of an unknown outcome")),
                        string(json, "reason"),
                        string(json, "data"),
                        string(json, "query"),
                        strings(json.path("classes"))),
                strings(json.path("consents")),
                Set.of());
    }

    private static @Nullable String string(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asText() : null;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
