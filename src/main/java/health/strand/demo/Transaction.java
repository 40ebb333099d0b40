package health.strand.demo;

import health.strand.profiles.Canonical;
import health.strand.profiles.ImpliedProfiles;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A transaction in the making; entries refer to each other by {@code urn:uuid}, the server gives the real ids. */
final class Transaction {

    private static final Map<String, String> DECLARED = Map.of(
            "Practitioner", "hr-practitioner",
            "Organization", "hr-organization",
            "Appointment", "hr-appointment",
            "Encounter", "hr-encounter",
            "Binary", "hr-binary",
            "Specimen", "hr-specimen",
            "MedicationRequest", "hr-medication-request",
            "MedicationStatement", "hr-medication-statement");

    private final Dice ids;
    private final Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);

    Transaction(Dice ids) {
        this.ids = ids;
    }

    /** Adds a resource to be created and says how the others refer to it. */
    Reference add(Resource resource, Meta meta) {
        String fullUrl = "urn:uuid:" + ids.uuid();
        resource.setMeta(meta);
        declare(resource);
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return new Reference(fullUrl);
    }

    /** A code tells what most are; the others say it. */
    private static void declare(Resource resource) {
        String profile = DECLARED.get(resource.fhirType());
        if (profile != null && ImpliedProfiles.of(resource).isEmpty()) {
            resource.getMeta().addProfile(Canonical.STRUCTURE + profile);
        }
    }

    Bundle bundle() {
        return bundle;
    }
}
