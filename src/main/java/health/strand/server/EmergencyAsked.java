package health.strand.server;

import health.strand.emergency.Emergency;
import health.strand.emergency.EmergencyReason;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What somebody who opens a record in an emergency says of it: a reason by code, and an explanation. */
record EmergencyAsked(EmergencyReason reason, String explanation) {

    /** Empty when anything of it is missing or more than is asked for is said. */
    static Optional<EmergencyAsked> in(@Nullable IBaseResource body) {
        if (!(body instanceof Parameters parameters)
                || parameters.getParameter().size() != 2
                || !parameters.hasParameter("reason")
                || !parameters.hasParameter("explanation")) {
            return Optional.empty();
        }
        Optional<String> explanation = Emergency.explanation(text(parameters.getParameter("explanation")));
        return Optional.ofNullable(text(parameters.getParameter("reason")))
                .flatMap(EmergencyReason::fromCode)
                .flatMap(reason -> explanation.map(said -> new EmergencyAsked(reason, said)));
    }

    private static @Nullable String text(ParametersParameterComponent parameter) {
        Type value = parameter.getValue();
        if (value instanceof Coding coding) {
            return coding.getCode();
        }
        return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
    }
}
