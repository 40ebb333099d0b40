package health.strand.server;

import health.strand.emergency.Emergency;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who opens a record: a reason by code, and an explanation.
 *
 * @param code of the reason, whether anybody knows it or not
 */
record Reasoned(String code, String explanation) {

    /** Empty when anything of it is missing or more than is asked for is said. */
    static Optional<Reasoned> in(@Nullable IBaseResource body) {
        if (!(body instanceof Parameters parameters)
                || parameters.getParameter().size() != 2
                || !parameters.hasParameter("reason")
                || !parameters.hasParameter("explanation")) {
            return Optional.empty();
        }
        Optional<String> explanation = Emergency.explanation(text(parameters.getParameter("explanation")));
        return Optional.ofNullable(text(parameters.getParameter("reason")))
                .flatMap(code -> explanation.map(said -> new Reasoned(code, said)));
    }

    private static @Nullable String text(ParametersParameterComponent parameter) {
        Type value = parameter.getValue();
        if (value instanceof Coding coding) {
            return coding.getCode();
        }
        return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
    }
}
