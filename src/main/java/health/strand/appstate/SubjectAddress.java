package health.strand.appstate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How apps name whom their state is about: by the whole address in the record, because the place where state is kept has
 * another.
 *
 * @param base the address of the FHIR endpoint as clients see it
 */
public record SubjectAddress(String base) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9\\-.]{1,64}");

    public SubjectAddress {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The {@code Type/id} of an address in the record; empty for any other text. */
    public Optional<String> reference(String address) {
        if (!address.startsWith(base + "/")) {
            return Optional.empty();
        }
        Matcher reference = REFERENCE.matcher(address.substring(base.length() + 1));
        return reference.matches() ? Optional.of(reference.group()) : Optional.empty();
    }

    /** The address of a {@code Type/id}. */
    public String of(String reference) {
        return base + "/" + reference;
    }
}
