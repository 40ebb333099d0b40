package health.strand.publication;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;

/** What the labels of a picture, and of the file it lies in, say about publishing it. */
public record PublishableLabels(List<Coding> labels) {

    private static final Set<String> UP_TO_RESTRICTED = Set.of("U", "L", "M", "N", SecurityLabels.RESTRICTED);
    private static final String WITHOUT_A_FACE = "SCALP";

    /** Of a picture and of the file it lies in. */
    public static PublishableLabels of(Collection<Meta> metas) {
        return new PublishableLabels(
                metas.stream().flatMap(meta -> meta.getSecurity().stream()).toList());
    }

    /** A picture that is sensitive for anything but being one is not published, whatever somebody permits. */
    public boolean allow(boolean evenIfIdentifying) {
        return labels.stream().allMatch(label -> isOrdinary(label) || evenIfIdentifying && isIdentifying(label));
    }

    /** The labels a copy bears on: those that pixels keep. A picture and its file mostly bear the same. */
    List<Coding> kept() {
        Map<String, Coding> kept = new LinkedHashMap<>();
        labels.stream()
                .filter(PublishableLabels::isIdentifying)
                .forEach(label -> kept.put(
                        label.getSystem() + "|" + label.getCode(),
                        new Coding(label.getSystem(), label.getCode(), null)));
        return List.copyOf(kept.values());
    }

    private static boolean isOrdinary(Coding label) {
        return CodeSystems.CONFIDENTIALITY.equals(label.getSystem()) && UP_TO_RESTRICTED.contains(label.getCode())
                || CodeSystems.LABEL.equals(label.getSystem()) && WITHOUT_A_FACE.equals(label.getCode());
    }

    private static boolean isIdentifying(Coding label) {
        return CodeSystems.ACT_CODE.equals(label.getSystem()) && SecurityLabels.IDENTIFYING.equals(label.getCode())
                || CodeSystems.LABEL.equals(label.getSystem())
                        && SecurityLabels.PHOTO_IDENTIFIES.equals(label.getCode());
    }
}
