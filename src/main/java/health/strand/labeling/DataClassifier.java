package health.strand.labeling;

import health.strand.access.DataClass;
import health.strand.profiles.Canonical;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * Finds the one data class of a resource from its type, codes and security labels. In doubt the more protected class
 * wins: what may be genetic is genetic, an image that may show a face is a face image.
 */
public final class DataClassifier {

    private static final Set<String> FACE_LABELS = Set.of("PHOTOID", "IDS");
    private static final String MARKETING_DERIVATIVE = "marketing-derivative";

    /** The class of the resource as it stands; resources of types we do not serve have none and are refused earlier. */
    public DataClass classify(Resource resource) {
        if (bears(resource, Set.of("GDIS")) || containsGenetics(resource)) {
            return DataClass.GENETIC;
        }
        return switch (resource.fhirType()) {
            case "Observation" ->
                GeneticCodes.isGenetic((Observation) resource) ? DataClass.GENETIC : DataClass.CLINICAL;
            case "DiagnosticReport" ->
                GeneticCodes.isGenetic((DiagnosticReport) resource) ? DataClass.GENETIC : DataClass.CLINICAL;
            case "ServiceRequest" ->
                GeneticCodes.isGenetic((ServiceRequest) resource) ? DataClass.GENETIC : DataClass.CLINICAL;
            case "Specimen", "RiskAssessment", "FamilyMemberHistory", "MolecularSequence" -> DataClass.GENETIC;
            case "Media" -> ((Media) resource).hasExtension(Canonical.COPY_OF) ? DataClass.MARKETING : image(resource);
            case "ImagingStudy" -> image(resource);
            case "Binary" -> binary((Binary) resource);
            case "DocumentReference" -> document((DocumentReference) resource);
            // of what it is about the class is not told here
            case "Provenance" -> DataClass.PRIVACY;
            case "Device" -> ((Device) resource).hasPatient() ? DataClass.CLINICAL : DataClass.REGISTRY;
            case "Task" ->
                aboutRights(((Task) resource).getCode().getCoding()) ? DataClass.PRIVACY : DataClass.ADMINISTRATION;
            case "Communication" ->
                ((Communication) resource)
                                .getCategory().stream().anyMatch(category -> aboutRights(category.getCoding()))
                        ? DataClass.PRIVACY
                        : DataClass.ADMINISTRATION;
            default -> onlyClassOf(resource.fhirType());
        };
    }

    /** Of two classes the one that is guarded more; what a resource once was, its old versions still are. */
    public static DataClass moreGuarded(DataClass one, DataClass other) {
        return Comparators.MOST_GUARDED.compare(one, other) >= 0 ? one : other;
    }

    /**
     * The class of a record about other records: that of the most guarded of them. What is said of the registry, or of
     * nothing that is known, is kept like a privacy record.
     */
    public static DataClass about(Collection<DataClass> classes) {
        return classes.stream()
                .filter(DataClass::aboutPatients)
                .max(Comparators.MOST_GUARDED)
                .orElse(DataClass.PRIVACY);
    }

    private static DataClass onlyClassOf(String type) {
        Set<DataClass> possible = DataClass.possibleFor(type);
        // INVARIANT: types with several classes have a case of their own above; of an unforeseen one the most guarded
        // wins
        return possible.stream().max(Comparators.MOST_GUARDED).orElse(DataClass.GENETIC);
    }

    private static DataClass image(Resource resource) {
        return bears(resource, FACE_LABELS) ? DataClass.FACE_IMAGE : DataClass.SCALP_IMAGE;
    }

    private static DataClass binary(Binary binary) {
        String type = binary.hasContentType() ? binary.getContentType().toLowerCase(Locale.ROOT) : "";
        boolean image = type.startsWith("image/") || type.startsWith("video/") || type.contains("dicom");
        return image ? image(binary) : DataClass.CLINICAL;
    }

    private static DataClass document(DocumentReference document) {
        if (document.getType().getCoding().stream().anyMatch(code -> MARKETING_DERIVATIVE.equals(code.getCode()))) {
            return DataClass.MARKETING;
        }
        boolean image = document.getContent().stream()
                .map(content -> content.getAttachment().getContentType())
                .anyMatch(type -> type != null && (type.startsWith("image/") || type.contains("dicom")));
        return image ? image(document) : DataClass.CLINICAL;
    }

    private static boolean aboutRights(Iterable<Coding> codes) {
        for (Coding code : codes) {
            if (code.hasCode() && code.getCode().startsWith("rights-")) {
                return true;
            }
        }
        return false;
    }

    /** R4 gives a contained resource no label of its own, so its container takes the class. */
    private boolean containsGenetics(Resource resource) {
        return resource instanceof DomainResource domain
                && domain.getContained().stream().anyMatch(inner -> classify(inner) == DataClass.GENETIC);
    }

    private static boolean bears(Resource resource, Set<String> labels) {
        return resource.getMeta().getSecurity().stream()
                .anyMatch(label -> label.hasCode() && labels.contains(label.getCode()));
    }
}
