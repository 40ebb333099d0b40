package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;

/** Finds references written as queries ({@code Practitioner?identifier=…}), which HAPI resolves by searching. */
final class InlineQueries {

    private final FhirTerser terser;

    InlineQueries(FhirContext context) {
        this.terser = context.newTerser();
    }

    List<String> in(Resource resource) {
        return terser.getAllResourceReferences(resource).stream()
                .map(found -> found.getResourceReference().getReferenceElement().getValue())
                .filter(Objects::nonNull)
                .filter(reference -> reference.indexOf('?') > 0)
                .toList();
    }
}
