package health.strand.consent;

import java.util.Set;

/**
 * What a consent is about; of one topic a patient has one active consent towards a clinic.
 *
 * @param kinds its kinds, as {@code system|code}
 * @param policies the texts that may be signed for it, without their versions
 */
public record Topic(Set<String> kinds, Set<String> policies) {

    public Topic {
        kinds = Set.copyOf(kinds);
        policies = Set.copyOf(policies);
    }
}
