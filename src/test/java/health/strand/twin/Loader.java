package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes into a server what the worlds are made of. */
final class Loader {

    private final FhirClient client;

    Loader(FhirClient client) {
        this.client = client;
    }

    /** Stores all and says where each is now. */
    Map<String, String> store(Transaction bundle) {
        Answer answer = client.ask(Ask.post("", bundle.json()));
        require(answer, 200);
        JsonNode entries = Json.read(answer.body()).path("entry");
        Map<String, String> stored = new LinkedHashMap<>();
        for (int i = 0; i < bundle.names().size(); i++) {
            String location = entries.path(i).at("/response/location").asText();
            stored.put(bundle.names().get(i), location.replaceAll(".*?(\\w+/[^/]+)/_history/.*", "$1"));
        }
        return stored;
    }

    /** Genetic data is not there for who loads it either. */
    Answer tryRead(String reference) {
        return client.ask(Ask.get(reference));
    }

    /** Writes a new version. */
    void put(String reference, String body) {
        require(client.ask(Ask.put(reference, body)), 200);
    }

    void delete(String reference) {
        Answer answer = client.ask(Ask.delete(reference));
        require(answer, answer.status() == 204 ? 204 : 200);
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("the world cannot be made: " + answer.status() + " " + answer.body());
        }
    }
}
