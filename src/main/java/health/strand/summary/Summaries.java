package health.strand.summary;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.audit.Visit;
import health.strand.audit.Visits;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.vault.Bodies;
import health.strand.visibility.Clients;
import health.strand.visibility.Holding;
import health.strand.visibility.Holdings;
import health.strand.visibility.Onlookers;
import health.strand.visibility.Sight;
import health.strand.visibility.StoredText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** Measures, asks and reckons anew for every summary, within the transaction of whoever asks. */
public final class Summaries {

    private static final Set<String> CARE = Set.of("Encounter", "Procedure", "Appointment");
    private static final Set<String> PROCEDURE = Set.of("Procedure");

    private final Holdings holdings;
    private final Onlookers onlookers;
    private final Visits visits;
    private final Names names;
    private final Clients clients;
    private final Jurisdiction law;
    private final Supplier<Protection> protection;
    private final @Nullable String contact;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param protection measured when it is asked for
     * @param contact how to reach the privacy officer; null when the clinic does not say
     */
    public Summaries(
            DataSource requests,
            Bodies bodies,
            Holdings holdings,
            Onlookers onlookers,
            Clients clients,
            Jurisdiction law,
            Supplier<Protection> protection,
            @Nullable String contact,
            Clock clock,
            ZoneId zone) {
        this.holdings = holdings;
        this.onlookers = onlookers;
        this.visits = new Visits(requests);
        this.names = new Names(requests, bodies);
        this.clients = clients;
        this.law = law;
        this.protection = protection;
        this.contact = contact;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The summary of a patient's record.
     *
     * @param told the classes of which whoever asks may know what there is
     * @param everybody whether they read the trail of everybody
     */
    public Parameters of(PatientId patient, Set<DataClass> told, boolean everybody) {
        Instant now = clock.instant();
        Instant since = LocalDate.ofInstant(now, zone)
                .minusMonths(12)
                .atStartOfDay(zone)
                .toInstant();
        List<Holding> held = holdings.of(patient);
        List<Visit> seen = visits.since(since, patient, everybody);
        Map<DataClass, Holding> byClass = new EnumMap<>(DataClass.class);
        held.forEach(each -> byClass.put(each.dataClass(), each));
        trail(seen).ifPresent(each -> byClass.put(DataClass.AUDIT, each));
        List<Sight> sights = onlookers.of(patient, held);
        List<Recipient> recipients = new Recipients(clients::role).of(sights, seen);
        Set<String> people = people(sights, seen, recipients);
        Map<String, String> organizations = names.organizations(people, now);
        Set<String> called = new HashSet<>(people);
        called.addAll(organizations.values());
        PrivacySummary summary = new PrivacySummary(
                patient,
                now,
                told,
                protection.get(),
                byClass,
                sights,
                since,
                seen,
                recipients,
                kept(patient, byClass, told, now),
                law.name(),
                contact,
                names.of(called),
                organizations);
        return new SummaryParameters(summary).parameters();
    }

    /** The trail is no part of the record's tables. */
    private static Optional<Holding> trail(List<Visit> seen) {
        int times = seen.stream().mapToInt(Visit::times).sum();
        return seen.stream()
                .map(Visit::last)
                .max(Comparator.naturalOrder())
                .map(last -> new Holding(DataClass.AUDIT, times, last, last, Set.of()));
    }

    private static Set<String> people(List<Sight> sights, List<Visit> visits, List<Recipient> recipients) {
        Set<String> people = new HashSet<>();
        sights.forEach(each -> people.add(each.onlooker().who()));
        visits.forEach(each -> {
            if (each.person() != null) {
                people.add(each.person());
            }
        });
        recipients.forEach(each -> people.add(each.who()));
        people.removeIf(each -> !each.startsWith("Practitioner/") && !each.startsWith("RelatedPerson/"));
        return people;
    }

    private List<Kept> kept(PatientId patient, Map<DataClass, Holding> held, Set<DataClass> told, Instant now) {
        Keeping keeping = new Keeping(
                law.retention(),
                held,
                told,
                new ConsentDates(holdings.texts(patient, "Consent"), zone),
                birth(holdings.texts(patient, "Patient")),
                holdings.last(patient, CARE).orElse(null),
                holdings.last(patient, PROCEDURE).orElse(null),
                LocalDate.ofInstant(now, zone),
                zone);
        return Arrays.stream(DataClass.values())
                .filter(DataClass::aboutPatients)
                .map(keeping::of)
                .toList();
    }

    private static @Nullable LocalDate birth(List<StoredText> patients) {
        return patients.stream()
                .map(each -> Names.read(each.body()).path("birthDate").asText())
                .filter(each -> each.length() == "2000-01-01".length())
                .findFirst()
                .map(LocalDate::parse)
                .orElse(null);
    }
}
