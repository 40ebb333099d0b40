package health.strand.consent;

import health.strand.profiles.Canonical;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician keeps from the patient: a label says that, and an extension why, who and since when (consent paper, 3.2,
 * step 4). The reason is given once and holds for thirty days from its date, whatever is changed of the resource meanwhile.
 */
public final class Withholding {

    /** For how long it holds. */
    static final Duration LENGTH = Duration.ofDays(30);

    private final ClinicTime time;

    /** @param zone the clinic's zone, in which a date without a time begins */
    public Withholding(ZoneId zone) {
        this.time = new ClinicTime(zone);
    }

    /** Whether a label says so, be it taken from what the resource was made from. */
    public static boolean isLabelled(Resource resource) {
        return resource.getMeta().getSecurity().stream().anyMatch(Withholding::isSaidBy);
    }

    /** Whether this label says so. */
    public static boolean isSaidBy(Coding label) {
        return Sensitivities.withholdsFromPatient(label);
    }

    /** When it ends by the resource's own reason; null without a label or a reason, for a label alone withholds nothing. */
    @Nullable
    Instant until(Resource resource) {
        return isLabelled(resource)
                ? since(resource).map(date -> time.start(date).plus(LENGTH)).orElse(null)
                : null;
    }

    /** Gives a new version the reason that the one before it bears, where its writer left it out. */
    public static void keep(Resource before, Resource after) {
        if (reason(after).isEmpty() && after instanceof DomainResource domain) {
            reason(before).ifPresent(reason -> domain.addExtension(reason.copy()));
        }
    }

    /**
     * What is wrong with it; empty when nothing is.
     *
     * @param before the version before, when there is one; what it bears needs no reason anew
     */
    public List<ConsentProblem> problems(@Nullable Resource before, Resource written, Instant now) {
        List<ConsentProblem> problems = new ArrayList<>();
        Place place = new Place(written.fhirType(), problems);
        boolean labelled = isLabelled(written);
        boolean wasLabelled = before != null && isLabelled(before);
        Optional<DateTimeType> since = since(written);
        if (labelled && !wasLabelled && since.isEmpty()) {
            place.at("meta.security")
                    .refuse(
                            ConsentRule.WITHHOLDING,
                            "what is kept from the patient bears a dated reason (the extension `withheld-from-patient`); for"
                                    + " a file, whatever holds the file does");
        }
        if (!labelled && since.isPresent()) {
            place.at("extension").refuse(ConsentRule.WITHHOLDING, "the reason goes with the label `NOPAT` or `TBOO`");
        }
        if (since.filter(date -> time.start(date).isAfter(now)).isPresent()) {
            place.at("extension").refuse(ConsentRule.WITHHOLDING, "the date of the reason is not in the future");
        }
        if (before != null
                && reason(before).filter(each -> isOther(each, written)).isPresent()) {
            place.at("extension").refuse(ConsentRule.WITHHOLDING, "the reason is given once and not changed");
        }
        return problems;
    }

    private static boolean isOther(Extension reason, Resource written) {
        return reason(written).filter(reason::equalsDeep).isEmpty();
    }

    private static Optional<Extension> reason(Resource resource) {
        return resource instanceof DomainResource domain
                ? Optional.ofNullable(domain.getExtensionByUrl(Canonical.WITHHELD))
                : Optional.empty();
    }

    private static Optional<DateTimeType> since(Resource resource) {
        return reason(resource)
                .map(each -> each.getExtensionByUrl("since"))
                .map(Extension::getValue)
                .filter(DateTimeType.class::isInstance)
                .map(DateTimeType.class::cast)
                .filter(DateTimeType::hasValue);
    }
}
