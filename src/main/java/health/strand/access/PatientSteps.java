package health.strand.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The steps of a decision about one patient's part of the matter, in their order (section 3.2). */
final class PatientSteps {

    /** Sensitivities by which patients keep things from those who act for them. */
    private static final Set<String> PERSONAL = Set.of("PRS", "PDS");

    private static final Set<ClinicRole> CLINICIANS = EnumSet.of(
            ClinicRole.SURGEON,
            ClinicRole.DERMATOLOGIST,
            ClinicRole.TRICHOLOGIST,
            ClinicRole.NURSE,
            ClinicRole.TECHNICIAN,
            ClinicRole.EXTERNAL_CLINICIAN);

    private final ImplicitPolicy base;
    private final Question question;
    private final Collection<ConsentDirective> directives;
    private final Collection<Ground> grounds;
    private Set<DecidingConsent> deciding = Set.of();

    PatientSteps(
            ImplicitPolicy base,
            Question question,
            Collection<ConsentDirective> directives,
            Collection<Ground> grounds) {
        this.base = base;
        this.question = question;
        this.directives = directives;
        this.grounds = grounds;
    }

    Ruling rule() {
        return switch (Standing.of(question)) {
            case OWNER -> owner();
            case REPRESENTATIVE -> representative();
            case OVERSIGHT -> oversight();
            case OTHER -> other();
        };
    }

    /** Without any policy: it takes a permit that names every gated code, and no consent that denies. */
    Ruling ruleByConsentAlone() {
        ConsentVote consents = consents();
        if (consents.denies()) {
            return denied(consents);
        }
        return consents.permits() && consents.namesAllGatedCodes()
                ? by(consents.permitting(), Ruling.PERMIT)
                : say(Step.NOTHING_MATCHED, Ruling.DENY, Why.NEEDS_PERMIT);
    }

    /** The consents that had the last word, once it is said; none where another step had it. */
    Set<DecidingConsent> deciding() {
        return deciding;
    }

    private Ruling owner() {
        if (isWithheld()) {
            return say(Step.OWNER, Ruling.DENY, Why.WITHHELD_FROM_PATIENT);
        }
        return isGatedForApp() ? byName(consents()) : say(Step.OWNER, Ruling.PERMIT, Why.OWN_RECORD);
    }

    private Ruling representative() {
        if (!Collections.disjoint(question.matter().sensitivities(), PERSONAL)) {
            return say(Step.OWNER, Ruling.DENY, Why.PERSONAL_TO_PATIENT);
        }
        if (isWithheld()) {
            return say(Step.OWNER, Ruling.DENY, Why.WITHHELD_FROM_PATIENT);
        }
        ConsentVote consents = consents();
        if (consents.denies() || isGatedForApp()) {
            return byName(consents);
        }
        return say(Step.OWNER, Ruling.PERMIT, Why.REPRESENTED_RECORD);
    }

    /** An app is somebody else's hands: what is gated goes there only when a consent says so. */
    private Ruling byName(ConsentVote consents) {
        if (consents.denies()) {
            return denied(consents);
        }
        return consents.namesAllGatedCodes()
                ? by(consents.permitting(), Ruling.PERMIT)
                : say(Step.OWNER, Ruling.DENY, Why.NOT_NAMED_FOR_APP);
    }

    private Ruling oversight() {
        if (isAccountability()) {
            return say(Step.PRIVACY_OFFICER, Ruling.PERMIT, Why.OVERSIGHT);
        }
        if (question.relation() != Relation.CASE) {
            return say(Step.PRIVACY_OFFICER, Ruling.DENY, Why.OUTSIDE_OVERSIGHT);
        }
        boolean opened = question.action() == Action.ACCESS && right(Relation.CASE) == ImplicitRight.PERMIT;
        return opened
                ? say(Step.PRIVACY_OFFICER, Ruling.PERMIT, Why.CASE_OPEN)
                : say(Step.PRIVACY_OFFICER, Ruling.DENY, Why.OUTSIDE_CASE);
    }

    private Ruling other() {
        ConsentVote consents = consents();
        if (question.reader().purpose() == PurposeOfUse.BTG) {
            return emergency(consents);
        }
        if (consents.denies()) {
            return denied(consents);
        }
        ImplicitRight right = right(question.relation());
        return consents.permits() ? permitted(consents, right) : base(right);
    }

    /** An open emergency lets a deny pass that does not hold in emergencies, and opens what the table says (section 3.4). */
    private Ruling emergency(ConsentVote consents) {
        if (question.relation() != Relation.EMERGENCY) {
            return consents.denies() ? denied(consents) : say(Step.BREAK_GLASS, Ruling.DENY, Why.NO_EMERGENCY_OPEN);
        }
        if (question.absoluteOptOut() && consents.deniesEvenEmergencies()) {
            return by(consents.denying(), say(Step.BREAK_GLASS, Ruling.DENY, Why.CLOSED_IN_EMERGENCIES));
        }
        if (question.isGated() || question.action() != Action.ACCESS) {
            return say(Step.BREAK_GLASS, Ruling.DENY, Why.NEVER_IN_EMERGENCIES);
        }
        return right(Relation.EMERGENCY) == ImplicitRight.PERMIT
                ? say(Step.BREAK_GLASS, Ruling.PERMIT, Why.EMERGENCY_OPEN)
                : say(Step.BREAK_GLASS, Ruling.DENY, Why.ROLE_NEVER_READS_CLASS);
    }

    /** A permit opens nothing the role has no right to; only by naming a clinician can a patient widen that. */
    private Ruling permitted(ConsentVote consents, ImplicitRight right) {
        if (!consents.namesAllGatedCodes()) {
            grounds.add(Ground.of(Step.CONSENT_PERMITS, null, question.patient(), Why.GATED_CODE_NOT_NAMED));
            return base(right);
        }
        ImplicitRight opened = consents.namesReader() && isClinician() ? right.or(right(Relation.TREATING)) : right;
        return switch (opened) {
            case PERMIT, OPT_IN -> by(consents.permitting(), Ruling.PERMIT);
            case MINIMUM -> by(consents.permitting(), Ruling.PERMIT_MINIMUM);
            // who sees their own work only, sees no more of it for a permit
            case OWN_ITEMS, NEVER -> base(opened);
        };
    }

    private Ruling denied(ConsentVote consents) {
        return by(consents.denying(), Ruling.DENY);
    }

    private Ruling by(Set<DecidingConsent> consents, Ruling ruling) {
        deciding = consents;
        return ruling;
    }

    private Ruling base(ImplicitRight right) {
        PolicyAnswer answer = PolicyAnswer.of(right, question.reader(), question.matter(), question.isGated());
        Step step = right == ImplicitRight.NEVER ? Step.NOTHING_MATCHED : Step.BASE_POLICY;
        return say(step, answer.ruling(), answer.why());
    }

    private ConsentVote consents() {
        ConsentVote consents = new ConsentVote(question, grounds);
        for (ConsentDirective directive : directives) {
            if (directive.patient().equals(question.patient())) {
                consents.hear(directive);
            }
        }
        return consents;
    }

    private ImplicitRight right(Relation relation) {
        return base.right(question.reader(), relation, question.matter().dataClass());
    }

    private boolean isWithheld() {
        Instant until = question.matter().withheldFromPatientUntil();
        return until != null && question.at().isBefore(until) && !isAccountability();
    }

    /** Whether it is what shows how the record is used; nobody keeps that from the patient. */
    private boolean isAccountability() {
        return switch (question.matter().dataClass()) {
            case PRIVACY, AUDIT -> true;
            case REGISTRY,
                    IDENTITY,
                    ADMINISTRATION,
                    BILLING,
                    CLINICAL,
                    SCALP_IMAGE,
                    FACE_IMAGE,
                    GENETIC,
                    MARKETING,
                    RESEARCH,
                    CONFORMANCE -> false;
        };
    }

    private boolean isGatedForApp() {
        return question.isGated() && !question.reader().clientRole().worksForClinic();
    }

    private boolean isClinician() {
        return question.reader().kind() == ReaderKind.STAFF
                && !Collections.disjoint(question.reader().roles(), CLINICIANS);
    }

    private Ruling say(Step step, Ruling ruling, Why why) {
        grounds.add(Ground.of(step, ruling.effect(), question.patient(), why));
        return ruling;
    }
}
