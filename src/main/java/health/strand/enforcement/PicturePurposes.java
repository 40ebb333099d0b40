package health.strand.enforcement;

import health.strand.access.PurposeOfUse;
import health.strand.intake.TakenFor;
import health.strand.validation.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a picture says it is taken for: the purposes of use among its reasons and its labels. One that says nothing is taken
 * for care.
 *
 * @see <a href="https://terminology.hl7.org/CodeSystem-v3-ActReason.html">v3-ActReason, PurposeOfUse</a>
 */
final class PicturePurposes {

    private PicturePurposes() {}

    /** What it is taken for; a code that is no purpose we know is refused with 422, since nobody could consent to it. */
    static Set<PurposeOfUse> of(Resource picture) {
        Set<PurposeOfUse> purposes = EnumSet.noneOf(PurposeOfUse.class);
        TakenFor.codes(picture).forEach(each -> purposes.add(known(picture, each)));
        return purposes.isEmpty() ? EnumSet.of(PurposeOfUse.TREAT) : purposes;
    }

    /** Whether two versions of a picture are taken for the same. */
    static boolean areSame(Resource before, Resource after) {
        return TakenFor.codes(before).equals(TakenFor.codes(after));
    }

    private static PurposeOfUse known(Resource picture, String code) {
        return PurposeOfUse.fromCode(code)
                .orElseThrow(() -> Unprocessable.of(List.of(new Problem(
                        picture.fhirType(),
                        "hr-purpose",
                        "a picture is taken for a purpose of use of v3-ActReason that the clinic knows"))));
    }
}
