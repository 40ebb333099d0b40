package health.strand.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which Keycloak is meant, and which realm of it.
 *
 * @param realm a name that needs no encoding in an address
 */
record Connection(Administration keycloak, String realm) {

    static final Set<String> OPTIONS = Set.of("--server", "--admin-client", "--admin-secret-file", "--realm");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Set<PosixFilePermission> OF_THE_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    static Connection of(Arguments arguments) {
        String realm = arguments.one("--realm").orElse("strand");
        if (!NAME.matcher(realm).matches()) {
            throw new ProvisionFailed("--realm is a name of letters, digits, dots, dashes and underscores");
        }
        if (realm.equalsIgnoreCase("master")) {
            throw new ProvisionFailed("the realm master is for Keycloak's administrators; --realm names another");
        }
        return new Connection(
                new Administration(
                        Address.secure("--server", arguments.needed("--server")),
                        arguments.needed("--admin-client"),
                        secret(Path.of(arguments.needed("--admin-secret-file")))),
                realm);
    }

    static String secret(Path file) {
        try {
            if (!OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new ProvisionFailed(
                        "the file of the secret may be used by others than its owner; `chmod 600` it");
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new ProvisionFailed("the file of the secret is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new ProvisionFailed("the file of the secret cannot be read", e);
        }
    }
}
