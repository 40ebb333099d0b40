package health.strand.consent;

import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Says when a consent ends that others gave for a minor: as the patient comes of age, unless it is about being treated
 * (consent paper, 3.6). From then on the patient is asked.
 */
public final class Lapse {

    /** The kinds of consent no treatment hangs on. */
    private static final Set<String> NOT_FOR_CARE =
            Set.of("research", "teaching", "marketing", "marketing-contact", "machine-learning");

    private Lapse() {}

    /** Whether somebody else than the patient decided about something no treatment hangs on. */
    public static boolean canCome(Consent consent) {
        return consent.hasPerformer()
                && consent.getPerformer().stream()
                        .allMatch(each -> ReferenceText.of(each)
                                .filter(text -> text.startsWith("RelatedPerson/"))
                                .isPresent())
                && consent.getCategory().stream()
                        .flatMap(category -> category.getCoding().stream())
                        .anyMatch(code -> CodeSystems.CONSENT_KIND.equals(code.getSystem())
                                && NOT_FOR_CARE.contains(code.getCode()));
    }

    /**
     * Whether a consent has ended so.
     *
     * @param time of the clinic
     */
    public static boolean hasCome(Consent consent, @Nullable Instant ofAge, ClinicTime time, Instant now) {
        Instant given = consent.getDateTimeElement().hasValue() ? time.start(consent.getDateTimeElement()) : null;
        Instant end = canCome(consent) ? of(given, ofAge) : null;
        return end != null && !now.isBefore(end);
    }

    /** The end, if it comes: what is decided for somebody of age, by a power of attorney, stays. */
    static @Nullable Instant of(@Nullable Instant given, @Nullable Instant ofAge) {
        return ofAge != null && (given == null || given.isBefore(ofAge)) ? ofAge : null;
    }
}
