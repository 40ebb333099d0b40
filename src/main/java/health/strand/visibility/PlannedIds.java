package health.strand.visibility;

import ca.uhn.fhir.jpa.model.util.JpaConstants;
import health.strand.access.PatientId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Ids given to the new entries of a transaction before it is processed. A resource's cell depends on the patients it
 * names, and inside a transaction it names them by {@code urn:uuid}; knowing the id beforehand saves moving every row.
 */
final class PlannedIds {

    private static final String NAMES = PlannedIds.class.getName();
    private static final String ENTRIES = NAMES + ".entries";
    private static final String BESIDE_READS = NAMES + ".reads";

    private PlannedIds() {}

    /** Plans an id for each entry that certainly creates; a conditional create may turn out to be somebody else. */
    static void plan(Bundle transaction, Map<String, String> planned) {
        for (BundleEntryComponent entry : transaction.getEntry()) {
            if (creates(entry)) {
                String id = UUID.randomUUID().toString();
                entry.getResource().setUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED_VALUE, id);
                if (entry.hasFullUrl()) {
                    planned.put(entry.getFullUrl(), entry.getResource().fhirType() + "/" + id);
                }
            }
        }
        Map<String, Resource> entries = new HashMap<>();
        for (BundleEntryComponent entry : transaction.getEntry()) {
            if (entry.hasFullUrl() && entry.hasResource()) {
                entries.put(entry.getFullUrl(), entry.getResource());
            }
        }
        boolean reads = transaction.getEntry().stream().anyMatch(PlannedIds::reads);
        for (BundleEntryComponent entry : transaction.getEntry()) {
            if (entry.hasResource()) {
                entry.getResource().setUserData(NAMES, planned);
                entry.getResource().setUserData(ENTRIES, entries);
                entry.getResource().setUserData(BESIDE_READS, reads);
            }
        }
    }

    /** What a reference by the name of an entry means in the transaction that writes the resource. */
    @SuppressWarnings("unchecked")
    static Optional<Resource> entry(Resource resource, @Nullable String reference) {
        Object entries = resource.getUserData(ENTRIES);
        return entries instanceof Map<?, ?> known && reference != null
                ? Optional.ofNullable(((Map<String, Resource>) known).get(reference))
                : Optional.empty();
    }

    private static boolean reads(BundleEntryComponent entry) {
        HTTPVerb method = entry.getRequest().getMethod();
        return method == HTTPVerb.GET || method == HTTPVerb.HEAD;
    }

    /** Whether the transaction that writes the resource also answers questions. */
    static boolean isBesideReads(Resource resource) {
        return Boolean.TRUE.equals(resource.getUserData(BESIDE_READS));
    }

    private static boolean creates(BundleEntryComponent entry) {
        return entry.hasResource()
                && entry.getRequest().getMethod() == HTTPVerb.POST
                && !entry.getRequest().hasIfNoneExist();
    }

    static boolean isPlanned(Resource resource) {
        return resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED_VALUE) != null
                || Boolean.TRUE.equals(resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED));
    }

    /** The id a new patient's record will have, when it is planned and not yet in the resource. */
    static Optional<PatientId> patientItself(Resource resource) {
        Object id = resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED_VALUE);
        return resource instanceof Patient && id instanceof String planned
                ? Optional.of(new PatientId(planned))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    static UnaryOperator<String> resolverOf(Resource resource) {
        Object names = resource.getUserData(NAMES);
        return names instanceof Map<?, ?> known
                ? reference ->
                        reference == null ? null : ((Map<String, String>) known).getOrDefault(reference, reference)
                : UnaryOperator.identity();
    }
}
