package health.strand.keycloak;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.ClientScopeModel;

/**
 * One scope on the page where people choose what an app may have.
 *
 * @param scope as the app asks for it
 * @param text the realm's own words for it, or a key of the messages; empty for one that is described by what follows
 * @param reading whether data are read
 * @param changing whether data are written
 * @param type the FHIR type, or {@code everything}
 * @param narrower scopes that can be granted instead, each for a part of the data
 */
public record ScopeOffer(
        String scope, String text, boolean reading, boolean changing, String type, List<ScopeOffer> narrower) {

    private static final Pattern CLINICAL =
            Pattern.compile("(?:patient|user)/([A-Za-z]+|\\*)\\.([cruds]+|read|write|\\*)(?:\\?category=.*\\|(.*))?");
    private static final Pattern DIVISIBLE = Pattern.compile("patient/(Observation|Condition)\\.(rs|read)");

    /** @param optional the scopes the app may be given, by name */
    static ScopeOffer of(ClientScopeModel scope, Map<String, ClientScopeModel> optional) {
        String name = scope.getName();
        Matcher clinical = CLINICAL.matcher(name);
        if (!clinical.matches()) {
            return new ScopeOffer(name, scope.getConsentScreenText(), false, false, "", List.of());
        }
        String category = clinical.group(3);
        String actions = clinical.group(2);
        return new ScopeOffer(
                name,
                category == null ? "" : "strandCategory." + category.toLowerCase(Locale.ROOT),
                !actions.equals("write") && actions.matches(".*[rs*].*"),
                actions.matches("write|\\*|[cruds]*[cud][cruds]*"),
                "*".equals(clinical.group(1)) ? "everything" : clinical.group(1),
                category == null ? narrower(name, optional) : List.of());
    }

    private static List<ScopeOffer> narrower(String name, Map<String, ClientScopeModel> optional) {
        Matcher divisible = DIVISIBLE.matcher(name);
        if (!divisible.matches()) {
            return List.of();
        }
        String beginning = "patient/" + divisible.group(1) + ".rs?category=";
        return optional.values().stream()
                .filter(scope -> scope.getName().startsWith(beginning))
                .sorted(Comparator.comparing(ClientScopeModel::getName))
                .map(scope -> of(scope, Map.of()))
                .toList();
    }
}
