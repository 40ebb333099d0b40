package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The record server as a client: the audience of its tokens, so that it may ask what one of them says. */
final class RecordClient implements Part {

    private final ObjectNode wanted;
    private final String realm;

    RecordClient(ObjectNode wanted) {
        this.wanted = wanted;
        this.realm = wanted.path("realm").asText();
    }

    @Override
    public List<Difference> differences(RealmState now) {
        ObjectNode client = wanted.path("clients").path(0).deepCopy();
        client.remove("id");
        String title = "client " + client.path("clientId").asText();
        if (now.record().isMissingNode()) {
            return List.of(Difference.missing(title, Clients.addition(realm, client)));
        }
        // Keycloak has requests of their own for these, and none are there to be added
        client.remove(List.of("defaultClientScopes", "optionalClientScopes", "name"));
        Wanted part = new Wanted(client);
        JsonNode there = now.record();
        return part.gaps(there).stream()
                .map(gap -> Difference.other(
                        title + ", " + gap,
                        Clients.change(realm, there.path("id").asText(), client)))
                .toList();
    }
}
