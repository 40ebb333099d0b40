package health.strand.consent;

import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.PatientId;
import health.strand.access.Provision;
import health.strand.access.Readability;
import health.strand.access.Span;
import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Consent into what the decision engine evaluates (consent paper, sections 1.8 and 3.1). Who signed it and which
 * text was signed is asked when it is written, by {@link ConsentRules}, and not here.
 */
public final class ConsentReader {

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final Set<String> EVALUATED = Set.of("patient-privacy", "research");
    private static final String ABSOLUTE = "absolute-restriction";

    private final ClinicTime time;
    private final Set<String> organizations;
    private final ProvisionReader provisions;
    private final References record;

    /**
     * @param zone the clinic's zone, in which dates without a time begin and end
     * @param organizations the clinic's own organizations, as {@code Organization/id} or {@code system|value}; when empty,
     *     consents towards every organization take part
     */
    public ConsentReader(ZoneId zone, Set<String> organizations, References record) {
        this.record = record;
        this.time = new ClinicTime(zone);
        this.organizations = Set.copyOf(organizations);
        this.provisions = new ProvisionReader(time, record);
    }

    /**
     * What the consent says, bounded by its date and the period of its root; empty for one that takes no part: not active,
     * for another purpose than privacy and research, towards another controller, about no patient of this record, or
     * never in force. One that cannot be read is a directive too, and denies if anything in it may deny.
     */
    public Optional<ConsentDirective> read(Consent consent) {
        Optional<PatientId> patient = ReferenceText.patient(consent.getPatient());
        if (patient.isEmpty() || !takesPart(consent)) {
            return Optional.empty();
        }
        List<ConsentProblem> problems = new ArrayList<>();
        Optional<Provision> root = root(consent, new Place("Consent", problems));
        if (!problems.isEmpty() || root.isEmpty()) {
            return Optional.of(ConsentDirective.unreadable(
                    reference(consent), version(consent), patient.get(), Shape.holdsADeny(consent)));
        }
        return root.filter(provision -> !neverInForce(provision))
                .map(provision -> new ConsentDirective(
                        reference(consent),
                        version(consent),
                        patient.get(),
                        isAbsolute(consent),
                        provision,
                        Readability.READABLE));
    }

    /** Everything in it that cannot be evaluated, whether or not it takes part. */
    List<ConsentProblem> problems(Consent consent) {
        List<ConsentProblem> problems = new ArrayList<>();
        Place place = new Place("Consent", problems);
        root(consent, place);
        return problems.stream().distinct().toList();
    }

    /** The root with all below it; empty when there is no reading of it at all. */
    private Optional<Provision> root(Consent consent, Place place) {
        Shape.check(consent, place);
        Optional<Effect> type = Direction.of(consent, place);
        if (place.problems().stream().anyMatch(problem -> problem.rule().equals(ConsentRule.SHAPE.key()))) {
            // what is too deep is not followed down
            return Optional.empty();
        }
        Place here = place.at("provision");
        Span inForce = inForce(consent, provisions.period(consent.getProvision(), here));
        return Optional.of(provisions.read(consent.getProvision(), type.orElse(Effect.DENY), inForce, here));
    }

    /** From its date on, inside the period of its root, and until it lapses; a moment when there is no such time. */
    private @Nullable Span inForce(Consent consent, @Nullable Span period) {
        Instant since = consent.getDateTimeElement().hasValue() ? time.start(consent.getDateTimeElement()) : null;
        Instant lapse = lapse(consent, since);
        if (since == null && lapse == null) {
            return period;
        }
        Instant start = later(period == null ? null : period.start(), since);
        Instant end = earlier(period == null ? null : period.end(), lapse);
        return start != null && end != null && end.isBefore(start) ? Span.at(end) : new Span(start, end);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private @Nullable Instant lapse(Consent consent, @Nullable Instant given) {
        if (!Lapse.canCome(consent)) {
            return null;
        }
        return ReferenceText.patient(consent.getPatient())
                .map(patient -> Lapse.of(given, record.ofAge(patient)))
                .orElse(null);
    }

    private boolean takesPart(Consent consent) {
        return consent.getStatus() == ConsentState.ACTIVE
                && codes(Stream.of(consent.getScope()), SCOPES).anyMatch(EVALUATED::contains)
                && isTowardsUs(consent.getOrganization());
    }

    private boolean isTowardsUs(List<Reference> controllers) {
        return organizations.isEmpty()
                || controllers.isEmpty()
                || controllers.stream()
                        .flatMap(reference -> Stream.concat(
                                ReferenceText.of(reference).stream(), ReferenceText.identifiers(reference).stream()))
                        .anyMatch(organizations::contains);
    }

    private static boolean isAbsolute(Consent consent) {
        return codes(consent.getCategory().stream(), CodeSystems.CONSENT_KIND).anyMatch(ABSOLUTE::equals);
    }

    private static boolean neverInForce(Provision root) {
        Span period = root.period();
        return period != null && period.start() != null && period.start().equals(period.end());
    }

    private static Stream<String> codes(Stream<CodeableConcept> concepts, String system) {
        return concepts.flatMap(concept -> concept.getCoding().stream())
                .filter(code -> system.equals(code.getSystem()) && code.hasCode())
                .map(Coding::getCode);
    }

    private static String reference(Consent consent) {
        return "Consent/" + consent.getIdElement().getIdPart();
    }

    private static String version(Consent consent) {
        String version = consent.getMeta().getVersionId();
        return version == null ? "" : version;
    }
}
