package health.strand.emergency;

import health.strand.access.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record opened by one person, in the half-open span from its start (consent paper, section 3.4).
 *
 * @param practitioner like {@code Practitioner/x}
 * @param explanation why, in the person's own words
 * @param review what the privacy officer found; null before
 */
public record Emergency(
        UUID id,
        String practitioner,
        PatientId patient,
        EmergencyReason reason,
        String explanation,
        Instant starts,
        Instant until,
        @Nullable Review review) {

    /** How long a record stays open. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    /** How long the privacy officer has for the review. */
    public static final Duration REVIEWED_WITHIN = Duration.ofHours(72);

    private static final int SHORTEST_EXPLANATION = 20;
    private static final int LONGEST_EXPLANATION = 2_000;

    /** What the privacy officer found, and when. */
    public record Review(boolean justified, Instant at) {}

    /** An explanation without the blanks around it; empty when it is none. */
    public static Optional<String> explanation(@Nullable String text) {
        String said = text == null ? "" : text.strip();
        long length =
                said.codePoints().filter(each -> !Character.isWhitespace(each)).count();
        boolean explains = length >= SHORTEST_EXPLANATION
                && said.length() <= LONGEST_EXPLANATION
                && said.codePoints().distinct().count() > 3;
        return explains ? Optional.of(said) : Optional.empty();
    }

    /** What decisions are made by of it. */
    public OpenRecord record() {
        return new OpenRecord(practitioner, patient, starts, until);
    }

    /** When the review is due. */
    public Instant reviewDue() {
        return starts.plus(REVIEWED_WITHIN);
    }
}
