package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.careteam.Affiliation;
import health.strand.careteam.Booking;
import health.strand.careteam.HeldRole;
import health.strand.careteam.Treatment;
import health.strand.emergency.OpenRecord;
import health.strand.oversight.PrivacyCase;
import health.strand.representation.Mandate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that decides who may read about some patients, as it stands in the transaction.
 *
 * @param directives the active consents of the patients
 * @param treatments who treats them, now or later
 * @param bookings which of them the desk knows, now or later
 * @param mandates who may act for them, now or later
 * @param roles the roles of everybody who could matter
 * @param affiliations who is meant, now or later, by the bodies that consents and cells name
 * @param emergencies who has opened their records, now or later
 * @param cases about which of them the privacy officer has a case open, now or later
 * @param clients the apps that have been seen, with their roles
 * @param named the people and apps their consents mean, by whatever name
 */
record Picture(
        List<ConsentDirective> directives,
        List<Treatment> treatments,
        List<Booking> bookings,
        List<Mandate> mandates,
        List<HeldRole> roles,
        List<Affiliation> affiliations,
        List<OpenRecord> emergencies,
        List<PrivacyCase> cases,
        Map<String, ClientRole> clients,
        Set<String> named) {

    /** The same with the consents as given. */
    Picture with(List<ConsentDirective> consents) {
        return new Picture(
                consents, treatments, bookings, mandates, roles, affiliations, emergencies, cases, clients, named);
    }

    /** The instants after now at which a decision may turn out otherwise. */
    SortedSet<Instant> boundaries(Instant now) {
        SortedSet<Instant> all = new TreeSet<>();
        directives.forEach(each -> all.addAll(each.boundaries()));
        treatments.forEach(each -> add(all, each.starts(), each.until()));
        bookings.forEach(each -> add(all, each.starts(), each.until()));
        mandates.forEach(each -> add(all, each.starts(), each.until()));
        roles.forEach(each -> add(all, each.starts(), each.until()));
        affiliations.forEach(each -> add(all, each.starts(), each.until()));
        emergencies.forEach(each -> add(all, each.starts(), each.until()));
        cases.forEach(each -> add(all, each.starts(), each.until()));
        return new TreeSet<>(all.tailSet(now.plusNanos(1)));
    }

    private static void add(SortedSet<Instant> all, Instant starts, Instant until) {
        all.add(starts);
        all.add(until);
    }

    /** The people to decide about one by one: who treats the patients, who examines, and whom their consents mean. */
    Set<String> individuals() {
        Set<String> people = new HashSet<>();
        treatments.forEach(each -> people.add(each.practitioner()));
        cases.forEach(each -> people.add(each.officer()));
        named.stream().filter(each -> each.startsWith("Practitioner/")).forEach(people::add);
        return people;
    }

    /** Whoever holds a role, now or later. */
    Set<String> holders(ClinicRole role) {
        Set<String> people = new HashSet<>();
        roles.stream()
                .filter(each -> each.role() == role)
                .forEach(each -> people.add("Practitioner/" + each.practitioner()));
        return people;
    }

    /** The roles everybody holds at an instant, by person. */
    Map<String, Set<ClinicRole>> rolesAt(Instant at) {
        Map<String, Set<ClinicRole>> held = new HashMap<>();
        roles.stream()
                .filter(each -> !each.starts().isAfter(at) && at.isBefore(each.until()))
                .forEach(each -> held.computeIfAbsent(
                                "Practitioner/" + each.practitioner(), person -> EnumSet.noneOf(ClinicRole.class))
                        .add(each.role()));
        return held;
    }

    /** Those of the roles in which somebody acts for a purpose; an emergency is opened by those who treat. */
    static Set<ClinicRole> acting(Set<ClinicRole> held, PurposeOfUse purpose) {
        PurposeOfUse ofRole = purpose == PurposeOfUse.BTG ? PurposeOfUse.TREAT : purpose;
        Set<ClinicRole> acting = EnumSet.noneOf(ClinicRole.class);
        held.stream().filter(role -> role.purpose() == ofRole).forEach(acting::add);
        return acting;
    }

    /** Every reference that matters by which a person or app can be meant at an instant, its own included. */
    Set<String> actors(String member, Instant at) {
        Set<String> all = new HashSet<>();
        all.add(member);
        affiliations.stream()
                .filter(each -> each.member().equals(member))
                .filter(each -> !each.starts().isAfter(at) && at.isBefore(each.until()))
                .forEach(each -> all.add(each.body()));
        return all;
    }

    Set<PatientId> treatedBy(String person, Instant at) {
        Set<PatientId> patients = new HashSet<>();
        treatments.stream()
                .filter(each -> each.practitioner().equals(person))
                .filter(each -> !each.starts().isAfter(at) && at.isBefore(each.until()))
                .forEach(each -> patients.add(each.patient()));
        return patients;
    }

    /** Those known at the desk at an instant. */
    Set<PatientId> booked(Instant at) {
        return bookings.stream()
                .filter(each -> each.holds(at))
                .map(Booking::patient)
                .collect(Collectors.toSet());
    }

    /** Whoever may act for any of the patients at an instant. */
    Set<String> representatives(Instant at) {
        return mandates.stream()
                .filter(each -> each.holds(at))
                .map(Mandate::representative)
                .collect(Collectors.toSet());
    }

    /** Whoever has any of the patients' records open in an emergency at an instant. */
    Set<String> openers(Instant at) {
        return emergencies.stream()
                .filter(each -> each.holds(at))
                .map(OpenRecord::practitioner)
                .collect(Collectors.toSet());
    }

    Set<PatientId> openedBy(String person, Instant at) {
        return emergencies.stream()
                .filter(each -> each.practitioner().equals(person) && each.holds(at))
                .map(OpenRecord::patient)
                .collect(Collectors.toSet());
    }

    /** The patients about whom somebody has a case open at an instant. */
    Set<PatientId> examinedBy(String person, Instant at) {
        return cases.stream()
                .filter(each -> each.officer().equals(person) && each.holds(at))
                .map(PrivacyCase::patient)
                .collect(Collectors.toSet());
    }

    Set<PatientId> representedBy(String person, Instant at) {
        return mandates.stream()
                .filter(each -> each.representative().equals(person) && each.holds(at))
                .map(Mandate::patient)
                .collect(Collectors.toSet());
    }

    /** The apps whose decisions may differ from those of an app that nobody names. */
    Map<String, ClientRole> distinguished(Set<ClientRole> usual) {
        Map<String, ClientRole> found = new HashMap<>();
        clients.forEach((client, role) -> {
            if (!usual.contains(role) || named.contains("client/" + client)) {
                found.put(client, role);
            }
        });
        return found;
    }
}
