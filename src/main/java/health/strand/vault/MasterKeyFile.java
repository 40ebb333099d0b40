package health.strand.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Master keys in a file that only the server's account can read, outside of what the server stores. */
public final class MasterKeyFile implements KeyManagement {

    private final Path file;
    private final KeysetHandle keys;
    private final Aead cipher;

    private MasterKeyFile(Path file) {
        this.file = file;
        this.keys = KeysetFiles.read(file);
        this.cipher = Ciphers.aead(keys);
    }

    /** @throws UnusableMasterKeys when the file is missing, readable by others, or no keyset */
    public static MasterKeyFile open(Path file) {
        return new MasterKeyFile(file);
    }

    /** Makes the file with one key, and the folder it lies in, unless it is there. */
    public static void makeUnlessThere(Path file) {
        KeysetFiles.makeUnlessThere(file);
    }

    /** Makes a fresh key the one that wraps and keeps the others, which go on unwrapping; gives the id of the fresh one. */
    public static String renew(Path file) {
        return id(KeysetFiles.renew(file).getPrimary());
    }

    /** What an administrator asks for: {@link #renew}, or the file with its first key; gives the id of the key that wraps. */
    static String makeOrRenew(Path file) {
        if (Files.exists(file)) {
            return renew(file);
        }
        makeUnlessThere(file);
        return open(file).current();
    }

    @Override
    public String current() {
        return id(keys.getPrimary());
    }

    @Override
    public boolean holds(String master) {
        for (int at = 0; at < keys.size(); at++) {
            if (id(keys.getAt(at)).equals(master)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        try {
            return cipher.encrypt(key, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped", e);
        }
    }

    @Override
    public byte[] unwrap(String master, byte[] wrapped, byte[] context) {
        if (!holds(master)) {
            throw new UnusableMasterKeys(
                    file, "does not hold master key `" + master + "`, which keys are wrapped with");
        }
        try {
            return cipher.decrypt(wrapped, context);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("a wrapped key", e);
        }
    }

    private static String id(KeysetHandle.Entry entry) {
        return Integer.toHexString(entry.getId());
    }
}
