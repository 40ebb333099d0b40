package health.strand.embedded;

import health.strand.realm.RealmDefinition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prepares Keycloak once per build: fixes its build options, imports the realm and keeps the database file, named by what
 * it was made from. Instances start from a copy in a third of the time.
 */
public final class KeycloakBake {

    private static final int PREPARE_SECONDS = 300;
    private static final int IMPORT_SECONDS = 300;

    private final Path directory;
    private final Progress progress;

    KeycloakBake(Path directory, Progress progress) {
        this.directory = directory.toAbsolutePath().normalize();
        this.progress = progress;
    }

    /** Prepares the Keycloak that the build unpacked into the given folder. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "target/keycloak");
        try {
            new KeycloakBake(directory, new StepPrinter(System.out)).ensure();
        } catch (EmbeddedFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Returns the baked realm, made now if it does not exist for this version and template. */
    BakedRealm ensure() {
        KeycloakDistribution distribution = KeycloakDistribution.under(directory);
        ProviderJar provider = ProviderJar.beside(directory);
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("bake.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock oneAtATime = channel.lock()) {
            RealmTemplate template = RealmTemplate.load();
            Path place = directory.resolve("baked").resolve(key(distribution, template));
            prepareStart(distribution, provider);
            return Files.isDirectory(place) ? new BakedRealm(place) : bake(distribution, template, place);
        } catch (IOException e) {
            throw new EmbeddedFailure("Keycloak could not be prepared in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String key(KeycloakDistribution distribution, RealmTemplate template) throws IOException {
        return ContentKey.of(
                distribution.version().getBytes(StandardCharsets.UTF_8),
                template.content().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes into the unpacked files, so it happens once, before any instance uses them. */
    private void prepareStart(KeycloakDistribution distribution, ProviderJar provider) throws IOException {
        Path mark = distribution.files().resolve("lib").resolve("quarkus").resolve("strand-options");
        String options = String.join(" ", KeycloakCommand.buildOptions()) + " " + provider.key();
        if (Files.exists(mark) && Files.readString(mark).equals(options)) {
            return;
        }
        progress.step("prepare Keycloak's start");
        provider.copyInto(distribution.files().resolve("providers"));
        Path log = directory.resolve("build.log");
        Process process = new KeycloakCommand(distribution.files()).run(KeycloakCommand.buildOptions(), Map.of(), log);
        if (!RecordedProcess.ended(process.toHandle(), PREPARE_SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            progress.failed("see below");
            throw new EmbeddedFailure("Keycloak's build failed:\n" + LogTail.of(log));
        }
        Files.writeString(mark, options);
        progress.done();
    }

    private BakedRealm bake(KeycloakDistribution distribution, RealmTemplate template, Path place) throws IOException {
        progress.step("make the realm in Keycloak, " + template.scopes() + " scopes");
        Path home = directory.resolve("bake-home");
        FileTrees.delete(home);
        String setupSecret = RandomSecret.next();
        importRealm(distribution.homeIn(OwnerOnly.directory(home)), template, setupSecret);
        BakedRealm.keep(home, setupSecret, place);
        FileTrees.delete(home);
        progress.done();
        return new BakedRealm(place);
    }

    private void importRealm(Path home, RealmTemplate template, String setupSecret) throws IOException {
        Map<String, String> secrets = Map.of(
                "strand-setup",
                setupSecret,
                "strand-loader",
                RandomSecret.next(),
                RealmDefinition.RECORD_SERVER,
                RandomSecret.next());
        OwnerOnly.write(home.resolve("data").resolve("import"), "strand-realm.json", template.withSecrets(secrets));
        int port = FreePort.next();
        List<String> options = KeycloakCommand.startOptions(port, FreePort.next());
        Path log = directory.resolve("import.log");
        // an administrator nobody knows the password of: without one, anyone on this machine could make themselves one
        Map<String, String> administrator =
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", RandomSecret.next());
        Process process = new KeycloakCommand(home).run(withImport(options), administrator, log);
        try {
            KeycloakReadiness.await(process, port, log, IMPORT_SECONDS);
        } catch (EmbeddedFailure e) {
            progress.failed("see below");
            throw e;
        } finally {
            stop(process);
        }
    }

    private static List<String> withImport(List<String> options) {
        return Stream.concat(options.stream(), Stream.of("--import-realm")).toList();
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
