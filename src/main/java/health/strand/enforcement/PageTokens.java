package health.strand.enforcement;

import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.links.SealedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Seals a further page into an opaque token. It opens only for the same person in the same roles, mandates and app, for
 * the same purpose and patient, for one hour. What it opens to is asked anew under the rights of that moment, and not at all
 * once something was taken from its holder, which {@link PageEpochs} says. Nothing is kept on the server.
 */
public final class PageTokens {

    private static final int PADDING = 64;
    private static final int EPOCH_PADDING = 256;
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SealedText sealed;
    private final Clock clock;

    /** @param key 256 bits, the same on every server of the database */
    public PageTokens(byte[] key, Clock clock) {
        this.sealed = new SealedText(key);
        this.clock = clock;
    }

    /** The token of a page. */
    public String seal(SealedPage page, Requester requester) {
        return sealed.seal(plain(page), binding(requester));
    }

    /** The page; empty when the token is another's, too old or no token at all, without telling which. */
    public Optional<SealedPage> open(String token, Requester requester) {
        return sealed.open(token, binding(requester)).flatMap(this::current);
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
