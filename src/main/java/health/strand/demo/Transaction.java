package health.strand.demo;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A transaction in the making; entries refer to each other by {@code urn:uuid}, the server gives the real ids. */
final class Transaction {

    private final Dice ids;
    private final Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);

    Transaction(Dice ids) {
        this.ids = ids;
    }

    /** Adds a resource to be created and says how the others refer to it. */
    Reference add(Resource resource, Meta meta) {
        String fullUrl = "urn:uuid:" + ids.uuid();
        resource.setMeta(meta);
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return new Reference(fullUrl);
    }

    Bundle bundle() {
        return bundle;
    }
}
