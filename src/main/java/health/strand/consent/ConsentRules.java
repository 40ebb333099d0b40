package health.strand.consent;

import health.strand.access.PatientId;
import health.strand.access.Readability;
import health.strand.access.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;

/**
 * What a consent must hold before it is stored as active (consent paper, 3.1 and 1.8). Drafts, refused proposals and
 * withdrawn consents decide nothing and are held against nothing, so that a withdrawal never fails.
 */
public final class ConsentRules {

    private static final Duration OLDEST = Duration.ofHours(24);

    private final ConsentReader reader;
    private final ClinicTime time;
    private final Set<String> policies;
    private final Mandates mandates;
    private final Optional<String> openInEmergencies;

    /**
     * @param zone the clinic's zone, in which dates without a time begin and end
     * @param policies the texts that may be signed, with their versions, as {@code policy.uri} names them
     * @param openInEmergencies the law by which a patient keeps nothing from emergencies, as its table is named; empty when
     *     the clinic's is another
     */
    public ConsentRules(ZoneId zone, Set<String> policies, Mandates mandates, Optional<String> openInEmergencies) {
        this.reader = new ConsentReader(zone, Set.of(), Unasked.RECORD);
        this.time = new ClinicTime(zone);
        this.policies = Set.copyOf(policies);
        this.mandates = mandates;
        this.openInEmergencies = openInEmergencies;
    }

    /**
     * What is wrong; empty when nothing is.
     *
     * @param mayBackdate whether the writer may store a permit that was given more than 24 hours ago: the clinic's own
     *     back end, which takes over what was signed on paper, or an update of a consent that bears its date already
     */
    public List<ConsentProblem> problems(Consent consent, Instant now, boolean mayBackdate) {
        if (consent.getStatus() != ConsentState.ACTIVE) {
            return List.of();
        }
        List<ConsentProblem> problems = new ArrayList<>(reader.problems(consent));
        Place place = new Place("Consent", problems);
        policies(consent, place);
        date(consent, now, mayBackdate, place);
        performers(consent, now, place);
        emergencies(consent, place);
        return List.copyOf(problems);
    }

    private void policies(Consent consent, Place place) {
        if (consent.getPolicy().isEmpty()) {
            place.at("policy").refuse(ConsentRule.POLICY, "a consent names the text that was signed");
        }
        for (int index = 0; index < consent.getPolicy().size(); index++) {
            if (!policies.contains(String.valueOf(consent.getPolicy().get(index).getUri()))) {
                place.at("policy", index)
                        .at("uri")
                        .refuse(ConsentRule.POLICY, "this text is not one the clinic has, or not in this version");
            }
        }
    }

    /** What would not hold is not taken, so that nobody relies on it. */
    private void emergencies(Consent consent, Place place) {
        reader.read(consent)
                .filter(read -> read.readability() == Readability.READABLE && read.speaksOfEmergencies())
                .flatMap(read -> openInEmergencies.map(law -> "the law of `" + law
                        + "` lets nobody close data in emergencies (its table says `may,absolute-opt-out,no`); without the"
                        + " category `absolute-restriction` and the purpose `BTG` the same holds in all but those"))
                .ifPresent(text -> place.refuse(ConsentRule.LAW, text));
    }

    /** A consent without a date is one of this moment. */
    private void date(Consent consent, Instant now, boolean mayBackdate, Place place) {
        if (!consent.getDateTimeElement().hasValue()) {
            return;
        }
        Span date = time.of(consent.getDateTimeElement());
        Instant latest = date.end() == null ? now : date.end();
        if (date.start() != null && date.start().isAfter(now)) {
            place.at("dateTime")
                    .refuse(ConsentRule.DATE, "a decision for later is made now, with a period that starts later");
        } else if (!mayBackdate && latest.isBefore(now.minus(OLDEST)) && Shape.holdsAPermit(consent)) {
            place.at("dateTime").refuse(ConsentRule.DATE, "a permit is stored within 24 hours of being given");
        }
    }

    private void performers(Consent consent, Instant now, Place place) {
        if (consent.getPerformer().isEmpty()) {
            place.at("performer").refuse(ConsentRule.PERFORMER, "a consent says who decided");
        }
        Optional<PatientId> patient = ReferenceText.patient(consent.getPatient());
        Instant decided = decided(consent, now);
        for (int index = 0; index < consent.getPerformer().size(); index++) {
            Reference performer = consent.getPerformer().get(index);
            if (patient.isEmpty() || !mayDecide(performer, patient.get(), decided)) {
                place.at("performer", index)
                        .refuse(
                                ConsentRule.PERFORMER,
                                "who decides is the patient, or a related person with a mandate for it at that time");
            }
        }
    }

    private boolean mayDecide(Reference performer, PatientId patient, Instant decided) {
        return ReferenceText.of(performer)
                .filter(text -> text.equals("Patient/" + patient)
                        || text.startsWith("RelatedPerson/") && mandates.holds(text, patient, decided))
                .isPresent();
    }

    /** The latest moment its date may mean: a mandate verified in the morning holds for what is signed at noon. */
    private Instant decided(Consent consent, Instant now) {
        if (!consent.getDateTimeElement().hasValue()) {
            return now;
        }
        Span date = time.of(consent.getDateTimeElement());
        if (date.end() == null || date.end().isAfter(now)) {
            return now;
        }
        return date.end().equals(date.start()) ? date.end() : date.end().minusNanos(1);
    }
}
