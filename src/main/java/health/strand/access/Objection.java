package health.strand.access;

import org.jspecify.annotations.Nullable;

/**
 * What one rule has against one demand.
 *
 * @param demand absent only when the request demanded nothing
 * @param scopeHint the scope that would have covered it; empty when no scope would help
 */
public record Objection(Reason reason, @Nullable Demand demand, String scopeHint) {

    static Objection of(Reason reason, Demand demand) {
        return new Objection(reason, demand, "");
    }

    /** One sentence for the requester that says nothing about what the record holds. */
    public String text() {
        return switch (reason) {
            case NOTHING_DEMANDED -> "the request asks for nothing that can be permitted";
            case REQUESTER_UNKNOWN -> "the token belongs to nobody known here";
            case PURPOSE_NOT_ALLOWED -> "the token's purpose of use is not one the requester acts for";
            case SCOPE_MISSING -> "missing scope `" + scopeHint + "`";
            case NO_PATIENT_IN_CONTEXT -> "no patient in context for `" + demand + "`";
            case TYPE_NOT_SERVED -> "this type of resource is not served: `" + demand + "`";
            case ROLE_DOES_NOT_COVER_TYPE -> "the requester's role does not cover `" + demand + "`";
            case STRONGER_LOG_IN_NEEDED -> "a stronger log-in is needed for `" + demand + "`";
            case NOT_FOR_PATIENTS_TO_WRITE -> "patients may not do `" + demand + "`";
            case CONSENTS_ARE_KEPT -> "a consent is kept; withdraw it with `POST Consent/[id]/$revoke`";
        };
    }
}
