package health.strand.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A genetic result comes from a laboratory that was asked for it. */
final class LaboratoryRules {

    private final Neighbours neighbours;

    LaboratoryRules(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Stream<Problem> problems(Observation result) {
        List<ServiceRequest> orders = result.getBasedOn().stream()
                .flatMap(reference -> found(reference, ServiceRequest.class).stream())
                .toList();
        if (orders.isEmpty()) {
            return Stream.of(
                    new Problem("Observation.basedOn", "hr-lab-1", "a genetic result names the order it answers"));
        }
        Set<String> asked = organizations(orders.stream().flatMap(order -> order.getPerformer().stream()));
        Set<String> answering = organizations(result.getPerformer().stream());
        return answering.stream().anyMatch(asked::contains)
                ? Stream.empty()
                : Stream.of(new Problem(
                        "Observation.performer",
                        "hr-lab-2",
                        "the order was given to another laboratory than the one that answers"));
    }

    private Set<String> organizations(Stream<Reference> performers) {
        return performers.flatMap(performer -> organization(performer).stream()).collect(Collectors.toSet());
    }

    private Optional<String> organization(Reference performer) {
        return found(performer, PractitionerRole.class)
                .map(role -> role.getOrganization().getReference())
                .or(() -> Optional.ofNullable(performer.getReference()))
                .filter(reference -> reference.startsWith("Organization/"));
    }

    private <T> Optional<T> found(Reference reference, Class<T> type) {
        return Optional.ofNullable(reference.getReference())
                .filter(text -> text.startsWith(type.getSimpleName() + "/"))
                .flatMap(neighbours::find)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
