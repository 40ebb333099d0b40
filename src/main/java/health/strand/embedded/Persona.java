package health.strand.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A demo account.
 *
 * @param login the name typed at the login page
 * @param patientApp whether the account usually acts on one patient's record, and not on what its role may see
 */
public record Persona(String login, String givenName, String familyName, boolean patientApp) {

    /** The password of every demo account. It opens the demo realm only, which exists on loopback only. */
    public static final String DEMO_PASSWORD = "strand-demo";

    /** All demo accounts. */
    public static List<Persona> all() {
        return new String(resource(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Persona::parse)
                .toList();
    }

    /** The account of that login name. */
    public static Optional<Persona> named(String login) {
        return all().stream().filter(persona -> persona.login.equals(login)).findFirst();
    }

    static byte[] resource() {
        try (InputStream in = Persona.class.getResourceAsStream("/keycloak/personas.csv")) {
            if (in == null) {
                throw new IllegalStateException("keycloak/personas.csv is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Persona parse(String line) {
        String[] cells = line.split(",", -1);
        return new Persona(cells[0], cells[1], cells[2], cells[3].equals("patient"));
    }
}
