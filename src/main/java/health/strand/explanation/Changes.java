package health.strand.explanation;

import health.strand.access.Action;
import health.strand.access.ActorCriterion;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.Provision;
import health.strand.access.PurposeOfUse;
import health.strand.access.Readability;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The things that could be otherwise about an inquiry, whatever would come of it. */
final class Changes {

    private final Inquiry inquiry;
    private final SortedSet<String> gated;

    /** @param gated the codes of the matter that a consent must name */
    Changes(Inquiry inquiry, Set<String> gated) {
        this.inquiry = inquiry;
        this.gated = new TreeSet<>(gated);
    }

    /** What might open it. @param denying the consents that deny it */
    List<Change> opening(Set<String> denying) {
        List<Change> all = new ArrayList<>();
        denying.forEach(consent -> all.add(withdrawal(consent)));
        all.add(permit(Change.Kind.CONSENT_PERMITS));
        all.add(permit(Change.Kind.CONSENT_NAMES_READER));
        if (inquiry.reader().purpose() == PurposeOfUse.PATADMIN) {
            all.add(Change.of(Change.Kind.BOOKING_BEGINS, each -> each.by(relating(Relation.BOOKED))));
        } else if (isStaff()) {
            all.add(Change.of(Change.Kind.TREATMENT_BEGINS, each -> each.by(relating(Relation.TREATING))));
        }
        Instant shown = inquiry.matter().withheldFromPatientUntil();
        if (shown != null && shown.isAfter(inquiry.at())) {
            all.add(Change.time(shown, each -> each.at(shown)));
        }
        return all;
    }

    /** What might shut it. @param permitting the consents that permit it */
    List<Change> shutting(Set<String> permitting) {
        List<Change> all = new ArrayList<>();
        permitting.forEach(consent -> all.add(withdrawal(consent)));
        if (inquiry.reader().relations().containsValue(Relation.TREATING)) {
            all.add(Change.of(Change.Kind.TREATMENT_ENDS, each -> each.by(relating(Relation.NONE))));
        }
        if (inquiry.reader().relations().containsValue(Relation.BOOKED)) {
            all.add(Change.of(Change.Kind.BOOKING_ENDS, each -> each.by(relating(Relation.NONE))));
        }
        if (inquiry.reader().relations().containsValue(Relation.REPRESENTATIVE)) {
            all.add(Change.of(Change.Kind.MANDATE_ENDS, each -> each.by(relating(Relation.NONE))));
        }
        inquiry.reader().roles().stream()
                .sorted()
                .forEach(role -> all.add(Change.end(role, each -> {
                    Set<ClinicRole> others = new HashSet<>(each.reader().roles());
                    others.remove(role);
                    return each.by(with(each.reader(), others, each.reader().relations()));
                })));
        if (isStaff()) {
            all.add(Change.of(Change.Kind.WEAK_LOG_IN, Inquiry::weakly));
        }
        all.add(Change.consent(
                Change.Kind.CONSENT_DENIES,
                new TreeSet<>(),
                purpose(),
                each -> each.under(beside(each, Effect.DENY, Change.Kind.CONSENT_DENIES))));
        return all;
    }

    private Change withdrawal(String consent) {
        return Change.withdrawal(
                consent,
                each -> each.under(each.consents().stream()
                        .filter(other -> !other.reference().equals(consent))
                        .toList()));
    }

    private Change permit(Change.Kind kind) {
        return Change.consent(kind, labels(), purpose(), each -> each.under(beside(each, Effect.PERMIT, kind)));
    }

    private SortedSet<String> labels() {
        return gated.isEmpty()
                ? new TreeSet<>(Set.of(inquiry.matter().confidentiality().code()))
                : gated;
    }

    private List<ConsentDirective> beside(Inquiry changed, Effect effect, Change.Kind kind) {
        List<ConsentDirective> all = new ArrayList<>(changed.consents());
        for (PatientId patient : inquiry.matter().patients()) {
            all.add(new ConsentDirective("", "", patient, false, provision(effect, kind), Readability.READABLE));
        }
        return all;
    }

    private Provision provision(Effect effect, Change.Kind kind) {
        Provision provision = Provision.of(effect).withPurposes(purpose());
        if (inquiry.action() != Action.ACCESS && inquiry.action() != Action.DISCLOSE) {
            provision = provision.withActions(inquiry.action());
        }
        if (effect == Effect.PERMIT) {
            Matter matter = inquiry.matter();
            provision = gated.isEmpty()
                    ? provision.withConfidentialities(matter.confidentiality())
                    : provision.withSensitivities(gated.toArray(String[]::new));
        }
        return kind == Change.Kind.CONSENT_PERMITS ? provision : provision.withActors(ActorCriterion.of(actor()));
    }

    private String actor() {
        boolean nobodyInPerson =
                inquiry.reader().kind() == ReaderKind.SYSTEM || inquiry.reader().kind() == ReaderKind.PATIENT;
        return nobodyInPerson && !inquiry.client().isEmpty()
                ? "client/" + inquiry.client()
                : inquiry.reader().id();
    }

    private PurposeOfUse purpose() {
        return inquiry.reader().purpose();
    }

    private boolean isStaff() {
        return inquiry.reader().kind() == ReaderKind.STAFF;
    }

    private Reader relating(Relation relation) {
        Map<PatientId, Relation> relations = new HashMap<>();
        inquiry.matter().patients().forEach(patient -> relations.put(patient, relation));
        return with(inquiry.reader(), inquiry.reader().roles(), relations);
    }

    private static Reader with(Reader reader, Set<ClinicRole> roles, Map<PatientId, Relation> relations) {
        return new Reader(
                reader.kind(), reader.id(), roles, reader.clientRole(), reader.purpose(), reader.actors(), relations);
    }
}
