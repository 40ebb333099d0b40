package health.strand.summary;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ReaderKind;
import health.strand.audit.Visit;
import health.strand.visibility.Onlooker;
import health.strand.visibility.Sight;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds among those who can see something, or did, who is not of the clinic: people of others, and apps of others. */
final class Recipients {

    private static final Set<ClinicRole> OF_OTHERS = EnumSet.of(
            ClinicRole.EXTERNAL_CLINICIAN,
            ClinicRole.LABORATORY,
            ClinicRole.IMAGING_VENDOR,
            ClinicRole.ANALYTICS_VENDOR,
            ClinicRole.RESEARCHER);
    private static final String CLIENT = "client/";

    private final Function<String, ClientRole> clients;
    private final Map<String, Recipient> found = new TreeMap<>();

    /** @param clients on whose behalf an app works, by its client id */
    Recipients(Function<String, ClientRole> clients) {
        this.clients = clients;
    }

    List<Recipient> of(Collection<Sight> sights, Collection<Visit> visits) {
        for (Sight sight : sights) {
            Onlooker onlooker = sight.onlooker();
            whose(onlooker)
                    .ifPresent(each ->
                            each.canSee(sight.dataClass(), onlooker.purpose().code(), sight.consents()));
        }
        for (Visit visit : visits) {
            whose(visit)
                    .ifPresent(each ->
                            each.got(visit.times(), new HashSet<>(visit.purposes()), visit.first(), visit.last()));
        }
        return List.copyOf(found.values());
    }

    private Optional<Recipient> whose(Onlooker onlooker) {
        if (onlooker.kind() == ReaderKind.STAFF && isOfOthers(onlooker.roles())) {
            return Optional.of(person(onlooker.who(), onlooker.roles()));
        }
        return app(onlooker.client());
    }

    private Optional<Recipient> whose(Visit visit) {
        Set<ClinicRole> roles = visit.roles().stream()
                .map(ClinicRole::fromCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        String person = visit.person();
        return person != null && isOfOthers(roles) ? Optional.of(person(person, roles)) : app(visit.client());
    }

    private static boolean isOfOthers(Set<ClinicRole> roles) {
        return !roles.isEmpty() && OF_OTHERS.containsAll(roles);
    }

    private Recipient person(String who, Set<ClinicRole> roles) {
        ClientRole legal =
                roles.equals(Set.of(ClinicRole.IMAGING_VENDOR)) ? ClientRole.PROCESSOR : ClientRole.RECIPIENT;
        return found.computeIfAbsent(who, any -> new Recipient(who, legal));
    }

    private Optional<Recipient> app(String client) {
        ClientRole role = client.isEmpty() ? ClientRole.OWN : clients.apply(client);
        return role == ClientRole.OWN
                ? Optional.empty()
                : Optional.of(found.computeIfAbsent(CLIENT + client, any -> new Recipient(CLIENT + client, role)));
    }
}
