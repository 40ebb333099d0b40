package health.strand.explanation;

import health.strand.access.ClinicRole;
import health.strand.access.PurposeOfUse;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that could be otherwise, and the inquiry as it would be then.
 *
 * @param consent the consent that is withdrawn; null for other kinds
 * @param codes the security labels a new consent names
 * @param purpose for which a new consent speaks
 * @param role the one that ends
 * @param at when time has done it
 */
public record Change(
        Kind kind,
        @Nullable String consent,
        SortedSet<String> codes,
        @Nullable PurposeOfUse purpose,
        @Nullable ClinicRole role,
        @Nullable Instant at,
        UnaryOperator<Inquiry> made) {

    /** What changes. */
    public enum Kind {
        /** A consent permits it to whoever reads for the purpose. */
        CONSENT_PERMITS,
        /** A consent permits it to the reader by name. */
        CONSENT_NAMES_READER,
        /** A consent denies it to the reader. */
        CONSENT_DENIES,
        CONSENT_WITHDRAWN,
        /** The reader begins to treat the patient. */
        TREATMENT_BEGINS,
        TREATMENT_ENDS,
        /** The patient is booked at the reader's desk. */
        BOOKING_BEGINS,
        BOOKING_ENDS,
        ROLE_ENDS,
        MANDATE_ENDS,
        TIME_PASSES,
        /** The reader signs in by a password only. */
        WEAK_LOG_IN;

        /** The word for it in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Change of(Kind kind, UnaryOperator<Inquiry> made) {
        return new Change(kind, null, new TreeSet<>(), null, null, null, made);
    }

    static Change withdrawal(String consent, UnaryOperator<Inquiry> made) {
        return new Change(Kind.CONSENT_WITHDRAWN, consent, new TreeSet<>(), null, null, null, made);
    }

    static Change consent(Kind kind, SortedSet<String> codes, PurposeOfUse purpose, UnaryOperator<Inquiry> made) {
        return new Change(kind, null, codes, purpose, null, null, made);
    }

    static Change end(ClinicRole role, UnaryOperator<Inquiry> made) {
        return new Change(Kind.ROLE_ENDS, null, new TreeSet<>(), null, role, null, made);
    }

    static Change time(Instant at, UnaryOperator<Inquiry> made) {
        return new Change(Kind.TIME_PASSES, null, new TreeSet<>(), null, null, at, made);
    }
}
