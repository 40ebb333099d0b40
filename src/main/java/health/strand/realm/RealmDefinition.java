package health.strand.realm;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The realm of a clinic in the words of Keycloak's own realm files: what a person reads in {@code keycloak/realm.json}, and
 * the enumerated scopes. One member is ours: {@code userProfile}, which Keycloak keeps as a text inside a component.
 */
public final class RealmDefinition {

    /** Who may have scopes that reach beyond one patient. */
    public static final String STAFF = "staff";

    /** The id of the client that is the record itself; it is named by the record's address. */
    public static final String RECORD_SERVER = "fhir-server";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final String AUDIENCE = "included.custom.audience";

    private final ObjectNode realm;

    private RealmDefinition(ObjectNode realm) {
        this.realm = realm;
    }

    /** The realm under its usual name, for a record on loopback. */
    public static RealmDefinition load() {
        RealmDefinition definition = new RealmDefinition(read("realm.json"));
        Stream.concat(ScopeCatalogue.forApps().stream(), ScopeCatalogue.forSystems().stream())
                .forEach(definition::addScope);
        return definition;
    }

    /** One of the files in {@code keycloak/}, which may hold comments. */
    public static ObjectNode read(String file) {
        try (InputStream in = RealmDefinition.class.getResourceAsStream("/keycloak/" + file)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same realm under another name, for the record at this address. */
    public RealmDefinition of(String name, String fhirBase) {
        ObjectNode copy = json();
        String defaultRole = "default-roles-" + name.toLowerCase(Locale.ROOT);
        String before = copy.path("defaultRole").path("name").asText();
        copy.put("realm", name).withObject("/defaultRole").put("name", defaultRole);
        part(copy.withObject("/roles").withArray("realm"), "name", before).put("name", defaultRole);
        for (JsonNode mapper : part(copy.withArray("clientScopes"), "name", ScopeCatalogue.RECORD)
                .withArray("protocolMappers")) {
            if (mapper.path("config").has(AUDIENCE)) {
                ((ObjectNode) mapper).withObject("/config").put(AUDIENCE, fhirBase);
            }
        }
        part(copy.withArray("clients"), "id", RECORD_SERVER).put("clientId", fhirBase);
        return new RealmDefinition(copy);
    }

    /** The whole of it; changes of what is given out change nothing here. */
    public ObjectNode json() {
        return realm.deepCopy();
    }

    /** Bare: Keycloak's defaults are right, and every attribute would make an import slower by its square. */
    private void addScope(String name) {
        realm.withArray("clientScopes").addObject().put("name", name).put("protocol", "openid-connect");
        if (ScopeCatalogue.isForStaff(name)) {
            ObjectNode gate = realm.withArray("scopeMappings").addObject();
            gate.put("clientScope", name).putArray("roles").add(STAFF);
        }
    }

    /** A part of a realm that is certainly there. */
    public static ObjectNode part(JsonNode list, String member, String value) {
        return (ObjectNode) RealmJson.among(list, member, value)
                .orElseThrow(() -> new IllegalStateException("the realm has no " + value));
    }
}
