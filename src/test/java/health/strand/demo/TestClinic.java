package health.strand.demo;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A clinic whose registry is answered as a server would, without one. */
final class TestClinic {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    static final FhirContext FHIR = FhirContext.forR4Cached();

    private TestClinic() {}

    static SyntheticClinic of(int patients) {
        return new SyntheticClinic(7, patients, TODAY);
    }

    static Registry registry(SyntheticClinic clinic) {
        Bundle sent = clinic.registry();
        List<String> stored = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : sent.getEntry()) {
            stored.add(entry.getResource().fhirType() + "/" + entry.getFullUrl().substring("urn:uuid:".length()));
        }
        return Registry.of(sent, stored);
    }

    static List<Bundle> patientBundles(SyntheticClinic clinic) {
        return clinic.patients(registry(clinic)).map(PatientTransaction::bundle).toList();
    }

    static <T extends Resource> List<T> resources(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static List<Resource> resources(Bundle bundle) {
        return resources(bundle, Resource.class);
    }

    static String json(Bundle bundle) {
        return FHIR.newJsonParser().encodeResourceToString(bundle);
    }

    /** Every literal reference in a resource, wherever it stands. */
    static Set<String> references(Resource resource) {
        Set<String> found = new TreeSet<>();
        for (IBaseReference reference :
                FHIR.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            found.add(reference.getReferenceElement().getValue());
        }
        return found;
    }
}
