package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/** Finds the consent that is filed in the body of a request: the body itself, or its parameter {@code consent}. */
public final class FiledConsent {

    private static final Set<String> NAMES = Set.of("$file", "$fileConsent", "$preview");
    private static final String PARAMETER = "consent";

    private FiledConsent() {}

    /** Whether the operation files consents, be it in rehearsal; the second name is that of HL7's FAST Scalable Consent Management. */
    static boolean isFiledBy(@Nullable String operation) {
        return operation != null && NAMES.contains(operation);
    }

    /** What the body files; empty when it files nothing. */
    static Optional<Consent> in(@Nullable IBaseResource body) {
        if (body instanceof Consent consent) {
            return Optional.of(consent);
        }
        if (!(body instanceof Parameters parameters)) {
            return Optional.empty();
        }
        return parameters.getParameter().stream()
                .filter(parameter -> PARAMETER.equalsIgnoreCase(parameter.getName()))
                .map(ParametersParameterComponent::getResource)
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .findFirst();
    }

    /** The one consent of the body, which must hold nothing that would be left aside. */
    public static Consent of(@Nullable IBaseResource body) {
        if (body instanceof Parameters parameters && parameters.getParameter().size() != 1) {
            throw new InvalidRequestException(
                    "one `consent` is filed at a time, and nothing with it; what was signed is"
                            + " named in its `source`");
        }
        return in(body).orElseThrow(() ->
                new InvalidRequestException("the body is a Consent, or Parameters with a Consent named `consent`"));
    }
}
