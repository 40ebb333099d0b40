package health.strand.consent;

import health.strand.access.ActorCriterion;
import health.strand.profiles.CodeSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;

/** The people, organizations, teams and devices a provision names. */
final class ActorReader {

    /** Systems whose codes say what somebody does in a care team; a role from elsewhere says only "recipient". */
    private static final Set<String> OF_CARE_TEAMS = Set.of(CodeSystems.CLINIC_ROLE, CodeSystems.SNOMED);

    private final References record;

    ActorReader(References record) {
        this.record = record;
    }

    List<ActorCriterion> read(List<provisionActorComponent> actors, Place place) {
        List<ActorCriterion> criteria = new ArrayList<>();
        int index = 0;
        for (provisionActorComponent actor : actors) {
            criteria.add(criterion(actor, place.at("actor", index++)));
        }
        return criteria;
    }

    private ActorCriterion criterion(provisionActorComponent actor, Place place) {
        if (actor.getRole().getCoding().stream().anyMatch(role -> OF_CARE_TEAMS.contains(role.getSystem()))) {
            place.at("role").refuse(ConsentRule.SHAPE, "an actor is named and not described by a role in a team");
        }
        Optional<String> literal = ReferenceText.of(actor.getReference());
        Set<String> identifiers = ReferenceText.identifiers(actor.getReference());
        if (literal.isEmpty() && identifiers.isEmpty()) {
            place.at("reference").refuse(ConsentRule.SHAPE, "an actor has a reference or an identifier");
        }
        String text = literal.orElseGet(() -> String.join(" ", identifiers));
        return new ActorCriterion(
                text, identifiers, literal.filter(record::resolves).isPresent());
    }
}
