package health.strand.publication;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionDataComponent;

/**
 * Reads from a consent the pictures it lets be published: those a permit for marketing names one by one. A permit without
 * a purpose, or without names, may allow as much, but nobody has chosen a picture by it. Whether a copy is shown, and to
 * whom, is decided elsewhere, like about everything else.
 */
public final class ChosenPictures {

    private static final String MARKETING = "HMARKT";
    private static final Set<String> IDENTIFYING = Set.of(SecurityLabels.IDENTIFYING, SecurityLabels.PHOTO_IDENTIFIES);
    private static final Pattern MEDIA = Pattern.compile("Media/[A-Za-z0-9.-]{1,64}");

    private final String address;
    private final Function<BaseDateTimeType, Instant> start;

    /**
     * @param address of the FHIR endpoint, with which a consent may write what it names
     * @param start the first instant a date of the clinic may mean
     */
    public ChosenPictures(String address, Function<BaseDateTimeType, Instant> start) {
        this.address = address + "/";
        this.start = start;
    }

    /** In the order in which they are named; none for a consent that is not active. */
    public List<ChosenPicture> of(Consent consent) {
        List<ChosenPicture> chosen = new ArrayList<>();
        if (consent.getStatus() == ConsentState.ACTIVE) {
            collect(consent.getProvision(), new Around(List.of(), List.of(), List.of(), null), chosen);
        }
        return chosen.stream().distinct().toList();
    }

    /** What a provision does not say is as in the one around it. */
    private record Around(
            List<Coding> purposes,
            List<Coding> labels,
            List<provisionDataComponent> data,
            @org.jspecify.annotations.Nullable Instant from) {}

    private void collect(ProvisionComponent provision, Around around, List<ChosenPicture> chosen) {
        Around here = new Around(
                provision.hasPurpose() ? provision.getPurpose() : around.purposes,
                provision.hasSecurityLabel() ? provision.getSecurityLabel() : around.labels,
                provision.hasData() ? provision.getData() : around.data,
                provision.getPeriod().getStartElement().hasValue()
                        ? start.apply(provision.getPeriod().getStartElement())
                        : around.from);
        if (provision.getType() == ConsentProvisionType.PERMIT
                && here.purposes.stream().anyMatch(ChosenPictures::isMarketing)) {
            boolean named = here.labels.stream().anyMatch(label -> IDENTIFYING.contains(label.getCode()));
            here.data.stream()
                    .flatMap(data -> picture(data).stream())
                    .forEach(original -> chosen.add(new ChosenPicture(original, named, here.from)));
        }
        provision.getProvision().forEach(nested -> collect(nested, here, chosen));
    }

    private static boolean isMarketing(Coding purpose) {
        return CodeSystems.ACT_REASON.equals(purpose.getSystem()) && MARKETING.equals(purpose.getCode());
    }

    private Optional<String> picture(provisionDataComponent data) {
        if (data.getMeaning() != ConsentDataMeaning.INSTANCE) {
            return Optional.empty();
        }
        return Optional.ofNullable(data.getReference().getReference())
                .map(text -> text.startsWith(address) ? text.substring(address.length()) : text)
                .map(text -> text.replaceFirst("/_history/.*$", ""))
                .filter(text -> MEDIA.matcher(text).matches());
    }
}
