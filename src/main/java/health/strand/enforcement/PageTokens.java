package health.strand.enforcement;

import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a further page into an opaque token. It opens only for the same person in the same roles, mandates and app, for
 * the same purpose and patient, for one hour. What it opens to is asked anew under the rights of that moment, and not at all
 * once something was taken from its holder, which {@link PageEpochs} says. Nothing is kept on the server.
 */
public final class PageTokens {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PADDING = 64;
    private static final int EPOCH_PADDING = 256;
    private static final int LONGEST = 16_000;
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param key 256 bits, the same on every server of the database */
    public PageTokens(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(Arrays.copyOf(key, key.length), "AES");
        this.clock = clock;
    }

    /** The token of a page. */
    public String seal(SealedPage page, Requester requester) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain(page), requester)
                .orElseThrow(() -> new IllegalStateException("a page link could not be sealed"));
        ByteBuffer token =
                ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The page; empty when the token is another's, too old or no token at all, without telling which. */
    public Optional<SealedPage> open(String token, Requester requester) {
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
                        requester)
                .flatMap(this::current);
    }

    /**
     * Padded, so that the length of a link does not tell the offset, nor the epoch, in which every transaction that runs
     * at the moment has a number, how busy the server is.
     */
    private byte[] plain(SealedPage page) {
        byte[] query = page.query().getBytes(StandardCharsets.UTF_8);
        byte[] epoch = page.epoch().getBytes(StandardCharsets.UTF_8);
        int head = Long.BYTES + 2 * Integer.BYTES;
        int length = padded(head + query.length, PADDING) + padded(epoch.length, EPOCH_PADDING);
        return ByteBuffer.allocate(length)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .putInt(query.length)
                .putInt(epoch.length)
                .put(query)
                .put(epoch)
                .array();
    }

    private static int padded(int length, int padding) {
        return (length + padding - 1) / padding * padding;
    }

    private Optional<SealedPage> current(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        if (buffer.getLong() < clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        byte[] query = new byte[buffer.getInt()];
        byte[] epoch = new byte[buffer.getInt()];
        buffer.get(query).get(epoch);
        return Optional.of(
                new SealedPage(new String(query, StandardCharsets.UTF_8), new String(epoch, StandardCharsets.UTF_8)));
    }

    private Optional<byte[]> run(int mode, byte[] nonce, byte[] input, Requester requester) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(binding(requester));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] binding(Requester requester) {
        String patient = requester.contextPatient() == null
                ? ""
                : requester.contextPatient().value();
        String roles =
                requester.actingRoles().stream().map(ClinicRole::code).sorted().collect(Collectors.joining(","));
        String records =
                requester.ownRecords().stream().map(PatientId::value).sorted().collect(Collectors.joining(","));
        return String.join(
                        "\n",
                        requester.subject(),
                        requester.clientId(),
                        patient,
                        requester.purpose().toString(),
                        roles,
                        records)
                .getBytes(StandardCharsets.UTF_8);
    }
}
