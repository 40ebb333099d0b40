package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What accounts consist of: undeclared attributes vanish, and whom an account is in the record only administrators say. */
final class UserProfile implements Part {

    private final ObjectNode wanted;

    UserProfile(ObjectNode wanted) {
        this.wanted = wanted;
    }

    /** Keycloak takes the profile as a whole, so each change holds those before it. */
    @Override
    public List<Difference> differences(RealmState now) {
        ObjectNode profile = now.profile().deepCopy();
        List<Difference> differences = new ArrayList<>();
        for (JsonNode attribute : wanted.path("userProfile").path("attributes")) {
            Wanted part = new Wanted((ObjectNode) attribute);
            String title = "account attribute " + attribute.path("name").asText();
            ArrayNode attributes = profile.withArray("attributes");
            int place = place(attributes, attribute.path("name").asText());
            if (place < 0) {
                attributes.add(attribute);
                differences.add(Difference.missing(title, change(profile.deepCopy())));
            } else if (!part.gaps(attributes.get(place)).isEmpty()) {
                String gaps = String.join(", ", part.gaps(attributes.get(place)));
                attributes.set(place, part.in(attributes.get(place)));
                differences.add(Difference.other(title + ", " + gaps, change(profile.deepCopy())));
            }
        }
        return differences;
    }

    private Change change(ObjectNode profile) {
        String realm = wanted.path("realm").asText();
        return new Change(
                profile, keycloak -> keycloak.proxy(AccountProfile.class).put(realm, profile));
    }

    private static int place(ArrayNode attributes, String name) {
        for (int place = 0; place < attributes.size(); place++) {
            if (attributes.get(place).path("name").asText().equals(name)) {
                return place;
            }
        }
        return -1;
    }
}
