package health.strand.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** Reads and writes a keyset of Tink in JSON, which its owner alone can read. */
final class KeysetFiles {

    private static final Set<PosixFilePermission> OF_THE_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<?> FOLDER_OF_THE_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private KeysetFiles() {}

    static KeysetHandle read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableMasterKeys(file, "is not there; without it nothing that was encrypted can be read");
        }
        try {
            if (!OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new UnusableMasterKeys(file, "may be read by others than its owner; `chmod 600` it");
            }
            Ciphers.ready();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new UnusableMasterKeys(file, "is not a keyset");
        } catch (IOException e) {
            throw new UnusableMasterKeys(file, "cannot be read");
        }
    }

    static void makeUnlessThere(Path file) {
        if (!Files.exists(file)) {
            try {
                Ciphers.ready();
                write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), false);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES", e);
            }
        }
    }

    static KeysetHandle renew(Path file) {
        KeysetHandle former = read(file);
        try {
            KeysetHandle renewed = KeysetHandle.newBuilder(former)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            write(file, renewed, true);
            return renewed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** Written beside and moved into place, readable by nobody else from the first instant; a first one never replaces another. */
    private static void write(Path file, KeysetHandle keys, boolean replacing) throws GeneralSecurityException {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent(), FOLDER_OF_THE_OWNER);
            Path fresh = Files.createTempFile(
                    target.getParent(), ".new", "", PosixFilePermissions.asFileAttribute(OF_THE_OWNER));
            try {
                Files.writeString(
                        fresh, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
                Durable.force(fresh);
                place(fresh, target, replacing);
                Durable.force(target.getParent());
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void place(Path fresh, Path target, boolean replacing) throws IOException {
        if (replacing) {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            // a link is refused where a move would replace
            Files.createLink(target, fresh);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // another server of the same account was first, and its key is as good
        }
    }
}
