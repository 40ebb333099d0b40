package health.strand.validation;

import health.strand.profiles.Canonical;
import health.strand.profiles.ImpliedProfiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** The rules that need a second resource, and so cannot be said in a profile. Asked once everything is in its place. */
public final class RecordRules {

    /** What is observed, pictured or done in one patient's care; registers and messages may name several people. */
    private static final Set<String> OF_ONE_PATIENT = Set.of(
            "DiagnosticReport",
            "DocumentReference",
            "ImagingStudy",
            "Media",
            "Observation",
            "Procedure",
            "ServiceRequest",
            "Specimen");

    private final Neighbours neighbours;
    private final ComparabilityRules comparability;
    private final LaboratoryRules laboratories;
    private final PublicationRules publications;

    public RecordRules(Neighbours neighbours) {
        this.neighbours = neighbours;
        this.comparability = new ComparabilityRules(neighbours);
        this.laboratories = new LaboratoryRules(neighbours);
        this.publications = new PublicationRules(neighbours);
    }

    /** What is wrong; empty when nothing is. */
    public List<Problem> problems(Resource resource) {
        return Stream.concat(strangers(resource), ofProfile(resource)).toList();
    }

    private Stream<Problem> strangers(Resource resource) {
        if (!OF_ONE_PATIENT.contains(resource.fhirType())) {
            return Stream.empty();
        }
        return neighbours.ofOtherPatients(resource).stream()
                .map(reference -> new Problem(
                        resource.fhirType(),
                        "hr-one-patient",
                        "`" + reference + "` is a record of another patient than this one"));
    }

    private Stream<Problem> ofProfile(Resource resource) {
        if (is(resource, "hr-trichometry-panel")) {
            return comparability.problems((Observation) resource);
        }
        if (is(resource, "hr-genetic-marker") || is(resource, "hr-genotype")) {
            return laboratories.problems((Observation) resource);
        }
        return is(resource, "hr-marketing-image")
                ? publications.problems((DocumentReference) resource)
                : Stream.empty();
    }

    private static boolean is(Resource resource, String profile) {
        String address = Canonical.STRUCTURE + profile;
        return resource.getMeta().hasProfile(address)
                || ImpliedProfiles.of(resource).contains(address);
    }
}
