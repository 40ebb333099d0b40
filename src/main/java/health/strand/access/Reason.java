package health.strand.access;

/** Why a rule objects. */
public enum Reason {
    /** The request was not understood well enough to say what it needs. */
    NOTHING_DEMANDED,
    /** Nobody knows what sort of requester this is. */
    REQUESTER_UNKNOWN,
    /** No role of the requester is there for the purpose the token names. */
    PURPOSE_NOT_ALLOWED,
    /** No usable scope covers the demand. */
    SCOPE_MISSING,
    /** A scope covers it for one patient, but no patient of this requester is in context. */
    NO_PATIENT_IN_CONTEXT,
    /** The clinic keeps no resources of this type. */
    TYPE_NOT_SERVED,
    /** Nothing this requester is entitled to can be of this type. */
    ROLE_DOES_NOT_COVER_TYPE,
    /** What can be of this type is opened by a strong log-in only. */
    STRONGER_LOG_IN_NEEDED,
    /** Patients add to their record only what is theirs to say. */
    NOT_FOR_PATIENTS_TO_WRITE,
    /** A consent is ended, and not deleted. */
    CONSENTS_ARE_KEPT
}
