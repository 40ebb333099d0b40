package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import health.strand.access.PatientId;
import health.strand.labeling.PatientSubjects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;

/** Finds the references in a patient's record that lead into the record of another patient. */
public final class Strangers {

    private static final Pattern STORED = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private final Cells cells;
    private final PatientSubjects subjects;
    private final FhirTerser terser;
    private final VisibleReferences visible;

    public Strangers(Cells cells, PatientSubjects subjects, FhirContext fhir, VisibleReferences visible) {
        this.visible = visible;
        this.cells = cells;
        this.subjects = subjects;
        this.terser = fhir.newTerser();
    }

    /** Empty for a resource that is about nobody; references are to be resolved by now. */
    public List<String> in(Resource resource) {
        Set<PatientId> own = subjects.of(resource, UnaryOperator.identity());
        Set<String> references = terser.getAllResourceReferences(resource).stream()
                .map(found -> found.getResourceReference()
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .filter(Objects::nonNull)
                .filter(reference -> STORED.matcher(reference).matches() && !reference.startsWith("Patient/"))
                .collect(Collectors.toSet());
        if (own.isEmpty() || references.isEmpty()) {
            return List.of();
        }
        // what the writer does not see is no record of anybody
        Map<String, Integer> found = cells.current(visible.among(references));
        // a patient's records of different classes lie in different cells of one set
        Map<Integer, Integer> cellOfSet = found.values().stream()
                .filter(cell -> cell >> Cells.CLASS_BITS != 0)
                .collect(Collectors.toMap(cell -> cell >> Cells.CLASS_BITS, cell -> cell, (one, other) -> one));
        Set<Integer> others = cellOfSet.entrySet().stream()
                .filter(set -> cells.patients(set.getValue()).stream().noneMatch(own::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return found.entrySet().stream()
                .filter(each -> others.contains(each.getValue() >> Cells.CLASS_BITS))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
