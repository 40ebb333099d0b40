package health.strand.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;

/** The ciphers in use, AES-256 in Galois/counter mode but for fingerprints, and keys for them as bytes. */
final class Ciphers {

    /** As patients are told it. */
    static final String NAME = "AES-256-GCM";

    private Ciphers() {}

    static {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** Tink reads keys only of the kinds it was told of, which is when this class is first used. */
    static void ready() {}

    /** A fresh key for bodies and wrapped keys; the envelope names it, so it puts no prefix of its own. */
    static byte[] freshKey() {
        try {
            return bytes(KeysetHandle.generateNew(AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** A fresh key for one file. */
    static byte[] freshFileKey() {
        try {
            return bytes(KeysetHandle.generateNew(AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(Segments.LENGTH)
                    .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** A fresh key that encrypts the same alike. */
    static byte[] freshFingerprintKey() {
        try {
            return bytes(KeysetHandle.generateNew(AesSivParameters.builder()
                    .setKeySizeBytes(64)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX)
                    .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    static DeterministicAead deterministic(byte[] key) {
        try {
            return parse(key).getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key for this cipher", e);
        }
    }

    static Aead aead(byte[] key) {
        return aead(parse(key));
    }

    static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key for this cipher", e);
        }
    }

    static StreamingAead streaming(byte[] key) {
        try {
            return parse(key).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key for this cipher", e);
        }
    }

    private static KeysetHandle parse(byte[] key) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(key, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key", e);
        }
    }

    private static byte[] bytes(KeysetHandle keys) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }
}
