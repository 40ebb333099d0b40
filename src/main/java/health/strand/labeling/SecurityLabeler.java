package health.strand.labeling;

import health.strand.access.DataClass;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts security labels on a resource when it is written: exactly one confidentiality code, not below what its content
 * asks for, and the sensitivities its codes tell. Writers may raise a label and never lower one.
 *
 * @see <a href="https://hl7.org/fhir/R4/security-labels.html">FHIR R4, security labels</a>
 */
public final class SecurityLabeler {

    private static final List<String> LOWEST_FIRST = List.of("U", "L", "M", "N", "R", "V");

    private final DataClassifier classifier;
    private final GatedContent gated;

    /** @param words by which a text says what it is about */
    public SecurityLabeler(DataClassifier classifier, GatedWords words) {
        this.classifier = classifier;
        this.gated = new GatedContent(words);
    }

    /** Adds what is missing and raises what is too low. */
    public void label(Resource resource) {
        Meta meta = resource.getMeta();
        SensitiveContent.tags(resource)
                .filter(tag -> !bears(meta.getTag(), tag))
                .forEach(meta::addTag);
        Stream.concat(SensitiveContent.labels(resource), gated.labels(resource, classifier.classify(resource)))
                .forEach(label -> add(meta, label));
        DataClass kind = classifier.classify(resource);
        ofClass(kind).forEach(label -> add(meta, label));
        confide(meta, floor(kind, SensitiveContent.isLabelled(resource)));
    }

    /**
     * Adds what it has from others.
     *
     * @return whether that changed anything
     */
    public boolean raise(Resource resource, Collection<Coding> inherited) {
        List<Coding> before = List.copyOf(resource.getMeta().getSecurity());
        inherited.forEach(label -> add(resource.getMeta(), label));
        label(resource);
        List<Coding> after = resource.getMeta().getSecurity();
        return before.size() != after.size() || !after.stream().allMatch(label -> bears(before, label));
    }

    /** Whether a code of confidentiality is below one of those that are borne. */
    public static boolean isOutdone(Coding label, Collection<Coding> borne) {
        return isConfidentiality(label)
                && borne.stream()
                        .anyMatch(each -> isConfidentiality(each) && rank(each.getCode()) >= rank(label.getCode()));
    }

    private static void add(Meta meta, Coding label) {
        if (!bears(meta.getSecurity(), label)) {
            meta.addSecurity(label.copy());
        }
    }

    /** Keeps in the new version what the version before it bore, so that a change cannot lower it. */
    public void keep(Resource before, Resource after) {
        before.getMeta().getSecurity().forEach(label -> add(after.getMeta(), label));
        label(after);
    }

    private static Stream<Coding> ofClass(DataClass kind) {
        return kind == DataClass.GENETIC ? Stream.of(SensitiveContent.GENETIC.copy()) : Stream.empty();
    }

    /** The least confidentiality of a class. */
    static String floor(DataClass kind, boolean sensitive) {
        return switch (kind) {
            case GENETIC, SCALP_IMAGE, FACE_IMAGE -> SecurityLabels.RESTRICTED;
            case REGISTRY,
                    IDENTITY,
                    ADMINISTRATION,
                    BILLING,
                    CLINICAL,
                    PRIVACY,
                    AUDIT,
                    MARKETING,
                    RESEARCH,
                    CONFORMANCE -> sensitive ? SecurityLabels.RESTRICTED : SecurityLabels.NORMAL;
        };
    }

    /** One code of confidentiality: the highest of those that stand there and the floor. */
    private static void confide(Meta meta, String floor) {
        Optional<String> written = meta.getSecurity().stream()
                .filter(SecurityLabeler::isConfidentiality)
                .map(Coding::getCode)
                .max((one, other) -> Integer.compare(rank(one), rank(other)));
        if (written.isPresent() && rank(written.get()) < 0) {
            // unknown codes are left for the profile to refuse
            return;
        }
        String code = written.filter(given -> rank(given) > rank(floor)).orElse(floor);
        meta.getSecurity().removeIf(label -> isConfidentiality(label) && !code.equals(label.getCode()));
        if (meta.getSecurity().stream().noneMatch(SecurityLabeler::isConfidentiality)) {
            meta.addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, code, null));
        }
    }

    static boolean isConfidentiality(Coding label) {
        return CodeSystems.CONFIDENTIALITY.equals(label.getSystem());
    }

    static int rank(String code) {
        return LOWEST_FIRST.indexOf(code);
    }

    private static boolean bears(List<Coding> labels, Coding sought) {
        return labels.stream()
                .anyMatch(label -> Objects.equals(sought.getSystem(), label.getSystem())
                        && Objects.equals(sought.getCode(), label.getCode()));
    }
}
