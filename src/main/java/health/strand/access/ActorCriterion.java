package health.strand.access;

import java.util.Collections;
import java.util.Set;

/**
 * Somebody a provision names (rule E1).
 *
 * @param reference as the consent writes it, or as it resolves
 * @param identifiers as {@code system|value}
 * @param resolves whether the record knows the reference; one it does not know opens nothing
 */
public record ActorCriterion(String reference, Set<String> identifiers, boolean resolves) {

    private static final Set<String> PERSONAL = Set.of("Practitioner/", "PractitionerRole/", "CareTeam/");

    public ActorCriterion {
        identifiers = Set.copyOf(identifiers);
    }

    /** An actor the record knows. */
    public static ActorCriterion of(String reference) {
        return new ActorCriterion(reference, Set.of(), true);
    }

    /** Whether a provision of this type that names the actor speaks of the reader. */
    boolean isMetBy(Reader reader, Effect type) {
        return switch (type) {
            case PERMIT -> resolves && reader.actors().contains(reference);
            case DENY -> reader.actors().contains(reference) || !Collections.disjoint(reader.actors(), identifiers);
        };
    }

    /** Whether a permit means the reader rather than everybody at a party or behind an app. */
    boolean namesInPerson(Reader reader) {
        return PERSONAL.stream().anyMatch(reference::startsWith) && isMetBy(reader, Effect.PERMIT);
    }
}
