package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.careteam.Affiliation;
import health.strand.careteam.Affiliations;
import health.strand.careteam.Bookings;
import health.strand.careteam.ClinicRoles;
import health.strand.careteam.HeldRole;
import health.strand.careteam.Treatment;
import health.strand.careteam.Treatments;
import health.strand.emergency.Emergencies;
import health.strand.emergency.OpenRecord;
import health.strand.oversight.PrivacyCase;
import health.strand.oversight.PrivacyCases;
import health.strand.representation.Representatives;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what decides about patients, as it stands in the transaction. */
final class Pictures {

    private final Directives directives;
    private final Treatments treatments;
    private final Bookings bookings;
    private final Representatives representatives;
    private final ClinicRoles roles;
    private final Affiliations affiliations;
    private final Emergencies emergencies;
    private final PrivacyCases cases;
    private final Clients clients;

    Pictures(Directives directives, Visibility.Register register) {
        this.directives = directives;
        this.treatments = register.treatments();
        this.bookings = register.bookings();
        this.representatives = register.representatives();
        this.roles = register.roles();
        this.affiliations = register.affiliations();
        this.emergencies = register.emergencies();
        this.cases = register.cases();
        this.clients = register.clients();
    }

    /** @param performers who is named by cells as having made what lies in them */
    Picture of(Collection<PatientId> patients, Collection<String> performers) {
        return of(patients, performers, Set.of());
    }

    /** Everybody who holds a role now or later. */
    Set<String> staff() {
        Set<String> people = new HashSet<>();
        roles.holdersOf(EnumSet.allOf(ClinicRole.class))
                .forEach(each -> people.add("Practitioner/" + each.practitioner()));
        return people;
    }

    /** @param asked people who are asked about, whatever they have to do with the patients */
    Picture of(Collection<PatientId> patients, Collection<String> performers, Collection<String> asked) {
        List<ConsentDirective> consents = directives.of(patients);
        List<Treatment> treating = treatments.of(patients);
        Set<String> bodies = new HashSet<>(performers);
        consents.forEach(each -> bodies.addAll(each.actorReferences()));
        Set<String> named = new HashSet<>(bodies);
        List<Affiliation> within = bodies.isEmpty() ? List.of() : affiliations.within(bodies);
        within.forEach(each -> named.add(each.member()));
        Map<String, ClientRole> apps = apps(named);
        Set<String> members = new HashSet<>(asked);
        treating.forEach(each -> members.add(each.practitioner()));
        List<OpenRecord> opened = emergencies.of(patients);
        opened.forEach(each -> members.add(each.practitioner()));
        List<PrivacyCase> examined = cases.of(patients);
        examined.forEach(each -> members.add(each.officer()));
        named.stream().filter(Pictures::isSomebody).forEach(members::add);
        List<HeldRole> held = held(members);
        held.forEach(each -> members.add("Practitioner/" + each.practitioner()));
        return new Picture(
                consents,
                treating,
                bookings.of(patients),
                representatives.of(patients),
                held,
                within,
                opened,
                examined,
                apps,
                named);
    }

    /** Those the clinic knows, and those it does not know but a consent means. */
    private Map<String, ClientRole> apps(Set<String> named) {
        Map<String, ClientRole> apps = new HashMap<>(clients.all());
        named.stream()
                .filter(each -> each.startsWith("client/"))
                .map(each -> each.substring("client/".length()))
                .forEach(each -> apps.put(each, clients.role(each)));
        return apps;
    }

    private static boolean isSomebody(String reference) {
        return reference.startsWith("Practitioner/") || reference.startsWith("client/");
    }

    /** The roles of the people asked about, and of whoever shares one with them and may have to be asked about too. */
    private List<HeldRole> held(Set<String> members) {
        Set<String> ids = members.stream()
                .filter(each -> each.startsWith("Practitioner/"))
                .map(each -> each.substring("Practitioner/".length()))
                .collect(Collectors.toSet());
        List<HeldRole> held = new ArrayList<>(roles.heldBy(ids));
        Set<ClinicRole> shared = held.stream().map(HeldRole::role).collect(Collectors.toSet());
        roles.holdersOf(shared).stream()
                .filter(each -> !ids.contains(each.practitioner()))
                .forEach(held::add);
        return held;
    }
}
