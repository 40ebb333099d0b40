package health.strand.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resource that stands for a user: the `fhirUser` claim, absolute or relative. */
record FhirUser(String type, String id) {

    private static final Pattern REFERENCE = Pattern.compile("(?:https?://[^?#\\s]+/)?"
            + "(?<type>Patient|Practitioner|PractitionerRole|RelatedPerson|Person)/(?<id>[A-Za-z0-9\\-.]{1,64})");

    /** Empty when the claim is no reference to a person. */
    static Optional<FhirUser> parse(String claim) {
        Matcher matcher = REFERENCE.matcher(claim);
        return matcher.matches()
                ? Optional.of(new FhirUser(matcher.group("type"), matcher.group("id")))
                : Optional.empty();
    }
}
