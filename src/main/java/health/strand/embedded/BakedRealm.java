package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keycloak's database file with the realm in it, and the first secret of the client that sets instances up. */
record BakedRealm(Path folder) {

    private static final String DATABASE = "keycloakdb.mv.db";
    private static final String SETUP_SECRET = "setup-secret";

    static BakedRealm keep(Path home, String setupSecret, Path place) throws IOException {
        Path fresh = OwnerOnly.directory(place.resolveSibling(place.getFileName() + ".new"));
        Files.copy(database(home), fresh.resolve(DATABASE));
        OwnerOnly.write(fresh, SETUP_SECRET, setupSecret);
        FileTrees.moveIntoPlace(fresh, place);
        return new BakedRealm(place);
    }

    String setupSecret() throws IOException {
        return Files.readString(folder.resolve(SETUP_SECRET));
    }

    /** Gives an instance its own copy, once. */
    void copyTo(Path home) throws IOException {
        Path target = database(home);
        if (Files.exists(target)) {
            return;
        }
        Path directory = Files.createDirectories(home.resolve("data").resolve("h2"));
        Path fresh = directory.resolve(DATABASE + ".new");
        Files.deleteIfExists(fresh);
        Files.copy(folder.resolve(DATABASE), fresh);
        Files.move(fresh, target);
    }

    private static Path database(Path home) {
        return home.resolve("data").resolve("h2").resolve(DATABASE);
    }
}
