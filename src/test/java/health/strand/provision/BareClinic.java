package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.embedded.FreshKeycloak;
import health.strand.embedded.Persona;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A Keycloak that knew nothing of us but the provider, provisioned for a clinic with one patient; started once for all tests
 * of a JVM. No record server is there.
 */
final class BareClinic {

    static final String BASE = "https://record.example.org/fhir";
    static final String REALM = "/realms/clinic";

    private static @Nullable BareClinic instance;

    private final Path folder;
    private final FreshKeycloak server;
    private final Keycloak keycloak;
    private final List<String> planned;
    private final boolean untouched;
    private final List<String> first;

    private BareClinic() {
        try {
            folder = Files.createTempDirectory("strand-provision");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new FreshKeycloak(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        keycloak = KeycloakBuilder.builder()
                .serverUrl(server.address())
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(FreshKeycloak.ADMIN)
                .clientSecret(Connection.secret(server.secretFile(folder)))
                .build();
        planned = provision("--dry-run");
        untouched = keycloak.realms().findAll().size() == 1;
        first = provision();
        addPatient();
    }

    static synchronized BareClinic get() {
        if (instance == null) {
            instance = new BareClinic();
        }
        return instance;
    }

    Path folder() {
        return folder;
    }

    String address() {
        return server.address();
    }

    /** Keycloak itself, as an administrator who knows nothing of our commands has it. */
    Keycloak keycloak() {
        return keycloak;
    }

    RealmResource realm() {
        return keycloak.realm("clinic");
    }

    Optional<ClientRepresentation> client(String name) {
        return realm().clients().findByClientId(name).stream().findFirst();
    }

    /** What the first dry run said. */
    List<String> planned() {
        return planned;
    }

    /** Whether there was no realm after it. */
    boolean leftUntouched() {
        return untouched;
    }

    /** What the first run said. */
    List<String> first() {
        return first;
    }

    List<String> provision(String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ProvisionCommand.run(line(new String[] {"--fhir-base", BASE}, more), printer(said));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<String> app(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        AppCommand.run(line(words), printer(said));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** With all that says which Keycloak is meant. */
    String[] line(String[]... words) {
        String[] connection = {
            "--server",
            server.address(),
            "--admin-client",
            FreshKeycloak.ADMIN,
            "--admin-secret-file",
            server.secretFile(folder).toString(),
            "--realm",
            "clinic"
        };
        return Stream.concat(Arrays.stream(words).flatMap(Arrays::stream), Arrays.stream(connection))
                .toArray(String[]::new);
    }

    private static PrintStream printer(ByteArrayOutputStream said) {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private void addPatient() {
        ObjectNode user = object().put("username", "pia").put("enabled", true);
        user.put("firstName", "Pia").put("lastName", "Test").put("email", "pia@example.org");
        user.putObject("attributes").putArray("fhir_user").add("Patient/pia");
        user.putArray("credentials").addObject().put("type", "password").put("value", Persona.DEMO_PASSWORD);
        Change.accept(realm().users().create(Representations.of(user, UserRepresentation.class)));
    }

    static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
