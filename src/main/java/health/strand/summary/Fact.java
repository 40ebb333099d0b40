package health.strand.summary;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** One parameter of a summary, as it is read. */
record Fact(ParametersParameterComponent parameter) {

    /** All of that name, in their order. */
    static List<Fact> in(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(each -> name.equals(each.getName()))
                .map(Fact::new)
                .toList();
    }

    List<String> all(String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .map(Fact::text)
                .toList();
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** A code or a number that is always there. */
    String the(String name) {
        return one(name).orElse("");
    }

    boolean yes(String name) {
        return "true".equals(the(name));
    }

    private static String text(ParametersParameterComponent part) {
        if (part.getValue() instanceof Reference reference) {
            return reference.hasDisplay() ? reference.getDisplay() : String.valueOf(reference.getReference());
        }
        return String.valueOf(part.getValue().primitiveValue());
    }
}
