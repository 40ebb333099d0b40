package health.strand.access;

import java.util.Locale;

/** What a reader is to a patient at one moment. */
public enum Relation {
    /** The patient. */
    SELF,
    /** Somebody with a verified mandate that is valid now. */
    REPRESENTATIVE,
    /** A member of the patient's care team, or somebody the patient has an appointment with. */
    TREATING,
    /** Somebody at the desk of a clinic at which the patient is expected, was lately, or is being registered. */
    BOOKED,
    /** Somebody who has opened the patient's record in an emergency, for as long as that lasts. */
    EMERGENCY,
    /** A privacy officer with a case open about the patient. */
    CASE,
    NONE;

    /** The word for it in the base policy's table. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
