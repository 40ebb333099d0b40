package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who withdraws a consent says.
 *
 * @param consent which one; null where the address says it
 * @param patient whose it is; null where it is not said
 * @param reason why; null where it is not said
 */
record Revocation(
        @Nullable IdType consent,
        @Nullable IdType patient,
        @Nullable CodeableConcept reason) {

    private static final String REASON = Revocation.class.getName();
    private static final Pattern CONSENT = Pattern.compile("Consent/[A-Za-z0-9.-]{1,64}");
    private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

    static Revocation in(@Nullable IBaseResource body) {
        if (body == null) {
            return new Revocation(null, null, null);
        }
        if (!(body instanceof Parameters parameters)) {
            throw new InvalidRequestException("the body is Parameters, or there is none");
        }
        Revocation said = new Revocation(null, null, null);
        for (ParametersParameterComponent each : parameters.getParameter()) {
            said = said.with(each);
        }
        return said;
    }

    private Revocation with(ParametersParameterComponent said) {
        String name = String.valueOf(said.getName());
        if ("consent".equals(name) && consent == null && said.getValue() instanceof Reference reference) {
            return new Revocation(id(reference, CONSENT, name), patient, reason);
        }
        if ("patient".equals(name) && patient == null && said.getValue() instanceof Reference reference) {
            return new Revocation(consent, id(reference, PATIENT, name), reason);
        }
        if ("reason".equals(name) && reason == null && said.getValue() instanceof CodeableConcept why) {
            return new Revocation(consent, patient, why);
        }
        throw new InvalidRequestException("a consent is withdrawn with one `consent` and one `patient` (references) and"
                + " one `reason` (a CodeableConcept) at most, and nothing else");
    }

    private static IdType id(Reference reference, Pattern form, String name) {
        if (!form.matcher(String.valueOf(reference.getReference())).matches()) {
            throw new InvalidRequestException("`" + name + "` is a reference by type and id");
        }
        return new IdType(reference.getReference());
    }

    void keepReasonWith(RequestDetails request) {
        request.getUserData().put(REASON, reason);
    }

    /** Why the consents this request withdraws are withdrawn; null where it was not said. */
    static @Nullable CodeableConcept reasonOf(RequestDetails request) {
        return (CodeableConcept) request.getUserData().get(REASON);
    }
}
