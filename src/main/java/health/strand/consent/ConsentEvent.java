package health.strand.consent;

import java.util.Optional;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;

/** What has become of a consent, as its receipt calls it. */
public enum ConsentEvent {
    /** In force from now, or from the start of its period. */
    GIVEN("given"),
    /** Still as decided as before, but not in the same words. */
    CHANGED("changed"),
    WITHDRAWN("withdrawn"),
    /** Ended because a newer one of its topic took its place. */
    REPLACED("replaced"),
    /** Ended by itself: others gave it for a patient who has come of age. */
    EXPIRED("expired"),
    /** The patient was asked and said no. */
    REFUSED("refused"),
    /** It never was, and was entered by mistake. */
    VOIDED("voided");

    private final String code;

    ConsentEvent(String code) {
        this.code = code;
    }

    /** As it is written in a receipt. */
    public String code() {
        return code;
    }

    /**
     * Empty for a consent that is still being asked for: nobody has decided anything yet.
     *
     * @param ended what it is called if it has ended
     */
    static Optional<ConsentEvent> of(@Nullable ConsentState before, @Nullable ConsentState after, ConsentEvent ended) {
        if (after == null) {
            return Optional.empty();
        }
        return switch (after) {
            case ACTIVE -> Optional.of(before == after ? CHANGED : GIVEN);
            case INACTIVE -> Optional.of(before == after ? CHANGED : ended);
            case REJECTED -> Optional.of(before == after ? CHANGED : REFUSED);
            case ENTEREDINERROR -> Optional.of(before == after ? CHANGED : VOIDED);
            case DRAFT, PROPOSED, NULL -> Optional.empty();
        };
    }
}
