package health.strand.consent;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentPolicyComponent;
import org.hl7.fhir.r4.model.Reference;

/** Finds the topic of a consent, by which a later one takes the place of an earlier one (consent paper, 3.2). */
public final class Topics {

    private static final String CONSENT_DOCUMENT = CodeSystems.LOINC + "|59284-0";
    private static final Pattern CANONICAL_VERSION = Pattern.compile("\\|.*$");
    private static final Pattern OUR_VERSION = Pattern.compile("-\\d+(\\.\\d+)*$");

    private Topics() {}

    /**
     * The topic: the codes of its kind, or what else its categories say where it has none of ours, and the texts it names.
     * Empty for a consent that says neither; such a one takes nobody's place.
     */
    public static Optional<Topic> of(Consent consent) {
        Set<String> categories = consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .map(Codes::text)
                .filter(text -> !CONSENT_DOCUMENT.equals(text))
                .collect(Collectors.toSet());
        Set<String> kinds = categories.stream()
                .filter(text -> text.startsWith(CodeSystems.CONSENT_KIND + "|"))
                .collect(Collectors.toSet());
        Set<String> policies = consent.getPolicy().stream()
                .map(ConsentPolicyComponent::getUri)
                .filter(Objects::nonNull)
                .map(Topics::withoutVersion)
                .collect(Collectors.toSet());
        Topic topic = new Topic(kinds.isEmpty() ? categories : kinds, policies);
        return Optional.of(topic)
                .filter(found -> !found.kinds().isEmpty() || !found.policies().isEmpty());
    }

    /** Whether two are about one topic and given to one clinic, so that only one of them should be active. */
    public static boolean areOne(Consent one, Consent other) {
        Optional<Topic> topic = of(one);
        return topic.isPresent() && topic.equals(of(other)) && haveOneController(one, other);
    }

    private static boolean haveOneController(Consent one, Consent other) {
        return one.getOrganization().isEmpty()
                || other.getOrganization().isEmpty()
                || one.getOrganization().stream()
                        .map(Reference::getReference)
                        .anyMatch(name -> other.getOrganization().stream()
                                .anyMatch(each -> name != null && name.equals(each.getReference())));
    }

    /**
     * {@code imaging-1} and {@code imaging-2} of ours are versions of one text. Elsewhere a number may be part of a name, and
     * to take two texts for one would put an end to a consent.
     */
    static String withoutVersion(String policy) {
        String canonical = CANONICAL_VERSION.matcher(policy).replaceFirst("");
        return canonical.startsWith(Canonical.POLICY)
                ? OUR_VERSION.matcher(canonical).replaceFirst("")
                : canonical;
    }
}
