package health.strand.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The resources in an answer: those in Bundles and Parameters, however deep, or the answer itself. */
final class AnsweredResources {

    private AnsweredResources() {}

    static List<Resource> in(@Nullable IBaseResource answer) {
        List<Resource> found = new ArrayList<>();
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> found.addAll(in(entry.getResource())));
        } else if (answer instanceof Parameters parameters) {
            parameters.getParameter().forEach(each -> found.addAll(in(each.getResource())));
        } else if (answer instanceof Resource resource) {
            found.add(resource);
        }
        return found;
    }
}
