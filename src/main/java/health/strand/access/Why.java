package health.strand.access;

/** Why a step says what it says. */
public enum Why {
    /** Everybody reads what the clinic keeps about itself. */
    OPEN_TO_EVERYBODY,
    /** It is the reader's own record. */
    OWN_RECORD,
    /** The reader has a mandate for the record. */
    REPRESENTED_RECORD,
    /** A clinician's dated reason keeps it from the patient for now. */
    WITHHELD_FROM_PATIENT,
    /** The patient has marked it as personal; representatives do not read it. */
    PERSONAL_TO_PATIENT,
    /** An app gets gated data only when a consent names it. */
    NOT_NAMED_FOR_APP,
    /** A privacy officer reads privacy records and the audit trail. */
    OVERSIGHT,
    /** That is all a privacy officer reads where no case is open. */
    OUTSIDE_OVERSIGHT,
    /** The privacy officer has a case open about the patient. */
    CASE_OPEN,
    /** A case opens reading, and this kind of data not. */
    OUTSIDE_CASE,
    /** A provision applies. */
    PROVISION_APPLIES,
    /** The consent speaks of such data to this reader and leaves this piece out (rule E4). */
    LEFT_OUT,
    /** The consent cannot be evaluated (rule E5). */
    UNREADABLE,
    /** Nobody has opened an emergency. */
    NO_EMERGENCY_OPEN,
    /** The reader has opened the record in an emergency. */
    EMERGENCY_OPEN,
    /** The patient wants it closed in emergencies too. */
    CLOSED_IN_EMERGENCIES,
    /** An emergency opens reading and nothing else, and nothing that a consent must name. */
    NEVER_IN_EMERGENCIES,
    /** The permits together do not name every gated code it bears. */
    GATED_CODE_NOT_NAMED,
    /** The role reads this class for this purpose. */
    ROLE_READS_CLASS,
    /** The role reads a minimum of this class for this purpose. */
    ROLE_READS_MINIMUM,
    /** The role reads of this class what it was asked to make, and this it was. */
    OWN_ITEM,
    /** The role reads of this class what it was asked to make, and this it was not. */
    NOT_OWN_ITEM,
    /** The role reads this class only with the patient's permit. */
    NEEDS_PERMIT,
    /** The role never reads this class for this purpose. */
    ROLE_NEVER_READS_CLASS
}
