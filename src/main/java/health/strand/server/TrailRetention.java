package health.strand.server;

import health.strand.access.DataClass;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.RetentionRule;
import health.strand.jurisdiction.StartEvent;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long entries of the audit trail are kept: as the law of the place has it or longer, and never shorter than the EHDS
 * asks for.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2025/327/oj">Regulation (EU) 2025/327, Art. 9</a>
 */
final class TrailRetention {

    static final String KEY = "strand.audit.retention";

    /** The look-back of HIPAA, and twice what the EHDS asks for. */
    private static final Period USUAL = Period.ofYears(6);

    private static final Period SHORTEST = Period.ofYears(3);

    private TrailRetention() {}

    /** What is wrong with what was configured, with the key; empty when it can be used. */
    static Optional<String> fault(@Nullable String configured, Jurisdiction law) {
        try {
            under(law, configured == null || configured.isBlank() ? null : Period.parse(configured.strip()));
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("`" + KEY + "` is no period such as P6Y");
        } catch (HalfConfigured e) {
            return Optional.of(e.faults().get(0));
        }
    }

    /**
     * The law with how long the trail is kept under it.
     *
     * @param configured null to keep it as long as the law has it
     * @throws HalfConfigured when that is too short
     */
    static Jurisdiction under(Jurisdiction law, @Nullable Period configured) {
        Optional<Period> legal = law.retention(DataClass.AUDIT).map(RetentionRule::period);
        Period kept = configured == null ? legal.orElse(USUAL) : configured;
        refuseShorter(kept, SHORTEST, "which Regulation (EU) 2025/327 Art. 9 asks for");
        legal.ifPresent(least -> refuseShorter(kept, least, "which the law of " + law.name() + " asks for"));
        return legal.filter(kept::equals).isPresent()
                ? law
                : law.keeping(DataClass.AUDIT, new RetentionRule(kept, StartEvent.RECORDING, null, "own choice", true));
    }

    /** How long it is kept under a law that came from {@link #under}. */
    static Period of(Jurisdiction law) {
        return law.retention(DataClass.AUDIT).map(RetentionRule::period).orElse(USUAL);
    }

    private static void refuseShorter(Period kept, Period least, String why) {
        LocalDate day = LocalDate.EPOCH;
        if (day.plus(kept).isBefore(day.plus(least))) {
            throw new HalfConfigured("`" + KEY + "`: " + kept + " is shorter than " + least + ", " + why);
        }
    }
}
