package health.strand.access;

import java.util.Locale;

/** Whose data a scope speaks of: one patient's, what the user may see, or what the client itself may see. */
public enum ScopeContext {
    PATIENT,
    USER,
    SYSTEM;

    /** The word before the slash of a scope. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
