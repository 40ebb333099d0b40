package health.strand.consent;

import health.strand.access.Confidentiality;
import health.strand.profiles.CodeSystems;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;

/** The labels a provision names: how confidential data is, and why. */
record NamedLabels(Set<Confidentiality> confidentialities, Set<String> sensitivities) {

    static NamedLabels of(List<Coding> labels, Place place) {
        Set<Confidentiality> confidentialities = EnumSet.noneOf(Confidentiality.class);
        Set<String> sensitivities = new HashSet<>();
        int index = 0;
        for (Coding label : labels) {
            Place here = place.at("securityLabel", index++);
            Optional<Confidentiality> confidentiality = confidentiality(label);
            confidentiality.ifPresent(confidentialities::add);
            if (Sensitivities.isKnown(label)) {
                sensitivities.add(label.getCode());
            } else if (confidentiality.isEmpty()) {
                here.refuse(ConsentRule.CODE, "this label is not known here");
            }
        }
        return new NamedLabels(confidentialities, sensitivities);
    }

    /** The confidentiality a label says; empty for other labels, and for codes nobody knows. */
    static Optional<Confidentiality> confidentiality(Coding label) {
        return CodeSystems.CONFIDENTIALITY.equals(label.getSystem())
                ? Optional.ofNullable(label.getCode()).flatMap(Confidentiality::fromCode)
                : Optional.empty();
    }
}
