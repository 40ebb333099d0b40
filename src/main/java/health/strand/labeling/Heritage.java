package health.strand.labeling;

import health.strand.access.DataClass;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;

/** How much of the labels of one resource another bears that was made from it. */
public enum Heritage {

    /** What is about it, or holds the same file, bears all of them. */
    ALL,

    /**
     * What was concluded from it, such as a number counted in a picture, bears what it is sensitive for. It shows nobody's
     * face, and is not confidential for the mere reason that pictures are.
     */
    FINDINGS;

    /**
     * The labels that are passed on.
     *
     * @param labels those of the source
     * @param kind the class of the source
     */
    public List<Coding> of(Collection<Coding> labels, DataClass kind) {
        return labels.stream()
                .filter(label -> this == ALL || isOfFindings(label, kind))
                .map(Coding::copy)
                .toList();
    }

    private static boolean isOfFindings(Coding label, DataClass kind) {
        if (SecurityLabeler.isConfidentiality(label)) {
            return SecurityLabeler.rank(label.getCode()) > SecurityLabeler.rank(SecurityLabeler.floor(kind, false));
        }
        return !CodeSystems.LABEL.equals(label.getSystem()) && !SecurityLabels.IDENTIFYING.equals(label.getCode());
    }
}
