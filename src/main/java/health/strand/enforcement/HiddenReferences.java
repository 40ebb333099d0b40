package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.enforcement.OutgoingReferences.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Leaves out of every answer the references to what is not there for the requester, with all they say about it. A text
 * that was written over such a reference may tell of it too, and goes with it.
 */
@Interceptor(order = 500)
public final class HiddenReferences {

    private final OutgoingReferences references;
    private final Function<Collection<String>, Set<String>> visible;

    /**
     * @param base the address of the FHIR endpoint
     * @param visible those of some references, each {@code Type/id}, that are there for the requester
     */
    public HiddenReferences(FhirContext fhir, String base, Function<Collection<String>, Set<String>> visible) {
        this.references = new OutgoingReferences(fhir, base);
        this.visible = visible;
    }

    /** When an answer goes out. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaveOut(ServletRequestDetails request, IBaseResource answer) {
        if (CurrentRequester.of(request.getServletRequest()).isEmpty()) {
            return;
        }
        List<Place> places = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        collect((Resource) answer, places, shown);
        Set<String> asked = new HashSet<>();
        places.forEach(each -> asked.add(each.target()));
        asked.removeAll(shown);
        if (asked.isEmpty()) {
            return;
        }
        shown.addAll(visible.apply(asked));
        places.stream().filter(each -> !shown.contains(each.target())).forEach(HiddenReferences::leaveOut);
    }

    private static void leaveOut(Place place) {
        place.leaveOut().run();
        place.holder().setText(null);
    }

    private void collect(Resource resource, List<Place> places, Set<String> shown) {
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(Bundle.BundleEntryComponent::hasResource)
                    .forEach(entry -> collect(entry.getResource(), places, shown));
            return;
        }
        if (resource.getIdElement().hasIdPart()) {
            // what is in the answer is there
            shown.add(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        places.addAll(references.in(resource));
    }
}
