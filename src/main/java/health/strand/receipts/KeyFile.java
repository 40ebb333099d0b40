package health.strand.receipts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file with the keys of receipts, a JWK set that only its owner can read. The first key signs; those after it have
 * signed before, are kept without their private part, and go on verifying what they signed.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OF_THE_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** Makes the file with one key, unless it is there. */
    public static void makeUnlessThere(Path file) {
        if (!Files.exists(file)) {
            write(file, List.of(freshKey()));
        }
    }

    /** Makes a fresh key the one that signs, and keeps of the others what verifies; gives the id of the fresh one. */
    public static String renew(Path file) {
        List<JWK> keys = new ArrayList<>();
        JWK fresh = freshKey();
        keys.add(fresh);
        if (Files.exists(file)) {
            read(file).forEach(key -> keys.add(key.toPublicJWK()));
        }
        write(file, keys);
        return fresh.getKeyID();
    }

    /** When the key that signs was put in front of the others; the file is never changed but for that. */
    public static Instant signingSince(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UnusableKeys(file, "cannot be read");
        }
    }

    /** What is wrong with the file; empty when receipts can be signed with it. */
    public static Optional<String> fault(Path file) {
        try {
            read(file);
            return Optional.empty();
        } catch (UnusableKeys unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }

    /** The keys, of which the first can sign. */
    static List<ECKey> read(Path file) {
        List<ECKey> keys = new ArrayList<>();
        for (JWK key : set(file).getKeys()) {
            if (!(key instanceof ECKey curve) || !Curve.P_256.equals(curve.getCurve()) || key.getKeyID() == null) {
                throw new UnusableKeys(file, "holds a key that is not of the curve P-256, or has no `kid`");
            }
            keys.add(curve);
        }
        if (keys.isEmpty() || !keys.get(0).isPrivate()) {
            throw new UnusableKeys(file, "does not begin with a private key");
        }
        return List.copyOf(keys);
    }

    private static JWKSet set(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableKeys(file, "is not there; make one with `strand receipt-key`");
        }
        try {
            if (!OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new UnusableKeys(file, "may be read by others than its owner; `chmod 600` it");
            }
            return JWKSet.load(file.toFile());
        } catch (ParseException e) {
            throw new UnusableKeys(file, "is not a JWK set");
        } catch (IOException e) {
            throw new UnusableKeys(file, "cannot be read");
        }
    }

    private static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** Written beside and moved into place, readable by nobody else from the first instant. */
    private static void write(Path file, List<JWK> keys) {
        Path target = file.toAbsolutePath();
        try {
            Path fresh = Files.createTempFile(
                    target.getParent(), ".new", "", PosixFilePermissions.asFileAttribute(OF_THE_OWNER));
            Files.writeString(fresh, new JWKSet(keys).toString(false) + System.lineSeparator());
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
