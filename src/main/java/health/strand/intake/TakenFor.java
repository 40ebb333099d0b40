package health.strand.intake;

import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a picture says it is taken for: the codes of v3-ActReason among its reasons and its labels, known or not.
 *
 * @see <a href="https://terminology.hl7.org/CodeSystem-v3-ActReason.html">v3-ActReason, PurposeOfUse</a>
 */
public final class TakenFor {

    private TakenFor() {}

    /** Empty when it says nothing. */
    public static Set<String> codes(Resource picture) {
        return codings(picture)
                .filter(each -> CodeSystems.ACT_REASON.equals(each.getSystem()))
                .map(each -> String.valueOf(each.getCode()))
                .collect(Collectors.toSet());
    }

    private static Stream<Coding> codings(Resource picture) {
        return Stream.concat(
                reasons(picture).stream().flatMap(each -> each.getCoding().stream()),
                picture.getMeta().getSecurity().stream());
    }

    private static List<CodeableConcept> reasons(Resource picture) {
        if (picture instanceof Media media) {
            return media.getReasonCode();
        }
        return picture instanceof ImagingStudy study ? study.getReasonCode() : List.of();
    }
}
