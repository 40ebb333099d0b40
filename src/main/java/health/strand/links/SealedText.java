package health.strand.links;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals bytes into a word for an address (AES-GCM, Base64 for addresses), bound to something that is not in it. */
public final class SealedText {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 16_000;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 256 bits, the same on every server of the database */
    public SealedText(byte[] key) {
        this.key = new SecretKeySpec(Arrays.copyOf(key, key.length), "AES");
    }

    /** Under a key of its own, so that what is sealed for one use opens for no other. */
    public static SealedText derived(byte[] key, String use) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(key, DERIVATION));
            return new SealedText(mac.doFinal(use.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key for links could not be derived", e);
        }
    }

    /** The word. */
    public String seal(byte[] plain, byte[] binding) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, binding)
                .orElseThrow(() -> new IllegalStateException("a link could not be sealed"));
        ByteBuffer token =
                ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** What was sealed; empty when the binding is another or it is no such word, without telling which. */
    public Optional<byte[]> open(String token, byte[] binding) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(bytes, NONCE_BYTES),
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length),
                binding);
    }

    private Optional<byte[]> run(int mode, byte[] nonce, byte[] input, byte[] binding) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding);
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
