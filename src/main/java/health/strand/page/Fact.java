package health.strand.page;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** One parameter of an answer, as it is read. */
public record Fact(ParametersParameterComponent parameter) {

    /** All of that name, in their order. */
    public static List<Fact> in(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(each -> name.equals(each.getName()))
                .map(Fact::new)
                .toList();
    }

    /** The parts of that name, which have parts themselves. */
    public List<Fact> parts(String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .map(Fact::new)
                .toList();
    }

    /** What all parts of that name say. */
    public List<String> all(String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName()))
                .map(Fact::text)
                .toList();
    }

    /** What the part of that name says; empty when there is none. */
    public Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** A code or a number that is always there. */
    public String the(String name) {
        return one(name).orElse("");
    }

    /** Whether there is a part of that name that says so. */
    public boolean yes(String name) {
        return "true".equals(the(name));
    }

    private static String text(ParametersParameterComponent part) {
        if (part.getValue() instanceof Reference reference) {
            return reference.hasDisplay() ? reference.getDisplay() : String.valueOf(reference.getReference());
        }
        return String.valueOf(part.getValue().primitiveValue());
    }
}
