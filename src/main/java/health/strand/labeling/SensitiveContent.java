package health.strand.labeling;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;

/** Tells by codes why a resource is sensitive, apart from being genetic. */
final class SensitiveContent {

    static final Coding GENETIC = sensitivity(SecurityLabels.GENETIC);
    private static final Coding SEXUAL = sensitivity(SecurityLabels.SEXUAL);
    private static final Coding PSYCHIATRIC = sensitivity(SecurityLabels.PSYCHIATRIC);
    private static final Coding IDENTIFYING = sensitivity(SecurityLabels.IDENTIFYING);
    private static final Coding PHOTO_IDENTIFIES = new Coding(CodeSystems.LABEL, SecurityLabels.PHOTO_IDENTIFIES, null);
    private static final Coding DICOM_IDENTIFYING =
            new Coding(CodeSystems.DICOM, SecurityLabels.DICOM_IDENTIFYING_CONTENT, null);

    private static final Set<String> OF_SEXUAL_FUNCTION =
            Set.of("reduced-libido", "erectile-dysfunction", "ejaculation-disorder");
    private static final Set<String> OF_MOOD = Set.of("low-mood", "anxiety");
    private static final Set<String> OF_HAIR_PULLING = Set.of("trichotillomania", "17155009", "F63.3");

    private static final Set<String> RAISE = Set.of(
            SecurityLabels.SEXUAL,
            SecurityLabels.PSYCHIATRIC,
            SecurityLabels.IDENTIFYING,
            "HIV",
            "STD",
            "ETHUD",
            "SUD",
            "SDV");

    private SensitiveContent() {}

    /** The labels its content asks for, and that of what it contains, which R4 gives no labels of its own. */
    static Stream<Coding> labels(Resource resource) {
        Stream<Resource> contained =
                resource instanceof DomainResource holder ? holder.getContained().stream() : Stream.empty();
        return Stream.concat(
                own(resource),
                contained.flatMap(inner -> Stream.concat(
                        labels(inner),
                        inner.getMeta().getSecurity().stream()
                                .filter(label -> label.hasSystem() && label.hasCode())
                                .map(Coding::copy))));
    }

    private static Stream<Coding> own(Resource resource) {
        if (showsAPerson(resource)) {
            return Stream.of(IDENTIFYING.copy(), PHOTO_IDENTIFIES.copy());
        }
        if (resource instanceof AdverseEvent event) {
            List<Coding> kinds = event.getEvent().getCoding();
            return Stream.concat(ifAny(kinds, OF_SEXUAL_FUNCTION, SEXUAL), ifAny(kinds, OF_MOOD, PSYCHIATRIC));
        }
        if (resource instanceof Condition condition) {
            return ifAny(condition.getCode().getCoding(), OF_HAIR_PULLING, PSYCHIATRIC);
        }
        return Stream.empty();
    }

    /** The tags its content asks for: DICOM's word for a picture that shows who somebody is. */
    static Stream<Coding> tags(Resource resource) {
        return showsAPerson(resource) ? Stream.of(DICOM_IDENTIFYING.copy()) : Stream.empty();
    }

    /** Whether its writer says that it is sensitive. */
    static boolean isLabelled(Resource resource) {
        return resource.getMeta().getSecurity().stream()
                .anyMatch(label -> CodeSystems.ACT_CODE.equals(label.getSystem())
                        && label.hasCode()
                        && RAISE.contains(label.getCode()));
    }

    private static boolean showsAPerson(Resource resource) {
        return resource instanceof DomainResource domain
                && domain.getExtensionsByUrl(Canonical.RECOGNIZABLE_VISUAL_FEATURES).stream()
                        .map(Extension::getValue)
                        .anyMatch(value -> value instanceof BooleanType shown && shown.booleanValue());
    }

    private static Stream<Coding> ifAny(List<Coding> codes, Set<String> sought, Coding label) {
        return codes.stream().anyMatch(code -> code.hasCode() && sought.contains(code.getCode()))
                ? Stream.of(label.copy())
                : Stream.empty();
    }

    static Coding sensitivity(String code) {
        return new Coding(CodeSystems.ACT_CODE, code, null);
    }
}
