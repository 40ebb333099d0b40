package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a picture everybody who could ask for a record now, each for each purpose of theirs. */
final class Askers {

    private final Picture picture;
    private final PatientId patient;
    private final Instant now;

    /** @param patient whose record is asked for; the picture may show others too */
    Askers(Picture picture, PatientId patient, Instant now) {
        this.picture = picture;
        this.patient = patient;
        this.now = now;
    }

    /** The patient, who acts for them, everybody with a role, and every back end. */
    Set<Asker> all() {
        Set<Asker> all = new LinkedHashSet<>();
        String own = ownApp();
        all.add(new Asker("Patient/" + patient, own, PurposeOfUse.PATRQT));
        all.add(new Asker("Patient/" + patient, "", PurposeOfUse.PATRQT));
        others(client -> picture.named().contains("client/" + client))
                .forEach(client -> all.add(new Asker("Patient/" + patient, client, PurposeOfUse.PATRQT)));
        new TreeSet<>(picture.representatives(now))
                .forEach(person -> all.add(new Asker(person, own, PurposeOfUse.FAMRQT)));
        new TreeMap<>(picture.rolesAt(now)).forEach((person, roles) -> all.addAll(staff(person, "", null)));
        all.add(new Asker("", "", PurposeOfUse.TREAT));
        others(client -> true).forEach(client -> all.add(new Asker("", client, PurposeOfUse.TREAT)));
        // who acts for another patient is nobody to this one
        Readers readers = new Readers(picture, now);
        all.removeIf(each -> !each.isThere(readers, patient));
        return all;
    }

    private List<String> others(Predicate<String> wanted) {
        return picture.clients().keySet().stream()
                .filter(client -> picture.clients().get(client) != ClientRole.OWN)
                .filter(wanted)
                .sorted()
                .toList();
    }

    /** One person or back end; several when they act for several purposes and none is named. */
    List<Asker> of(String who, String client, @Nullable PurposeOfUse purpose) {
        if (who.isEmpty()) {
            return List.of(new Asker("", client, PurposeOfUse.TREAT));
        }
        String app = client.isEmpty() ? ownApp() : client;
        if (who.startsWith("Patient/")) {
            return List.of(new Asker(who, app, PurposeOfUse.PATRQT));
        }
        return who.startsWith("RelatedPerson/")
                ? List.of(new Asker(who, app, PurposeOfUse.FAMRQT))
                : staff(who, client, purpose);
    }

    private List<Asker> staff(String person, String client, @Nullable PurposeOfUse purpose) {
        if (purpose != null) {
            return List.of(new Asker(person, client, purpose));
        }
        List<Asker> found = picture.rolesAt(now).getOrDefault(person, Set.of()).stream()
                .map(ClinicRole::purpose)
                .distinct()
                .sorted()
                .map(each -> new Asker(person, client, each))
                .toList();
        if (picture.openedBy(person, now).contains(patient)) {
            return Stream.concat(found.stream(), Stream.of(new Asker(person, client, PurposeOfUse.BTG)))
                    .toList();
        }
        return found.isEmpty() ? List.of(new Asker(person, client, PurposeOfUse.TREAT)) : found;
    }

    /** The clinic's own app; what patients see in one is the same in all, unless a consent names it. */
    private String ownApp() {
        return picture.clients().entrySet().stream()
                .filter(each -> each.getValue() == ClientRole.OWN)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("");
    }
}
