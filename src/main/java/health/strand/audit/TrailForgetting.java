package health.strand.audit;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes away of the trail what is kept no longer, and writes into it that this was done. */
public final class TrailForgetting {

    private static final Logger log = LoggerFactory.getLogger(TrailForgetting.class);

    private final JdbcTemplate database;
    private final AuditTrail trail;

    /** @param requests connections of the request role */
    public TrailForgetting(DataSource requests, AuditTrail trail) {
        this.database = new JdbcTemplate(requests);
        this.trail = trail;
    }

    /**
     * Within a transaction, so that nothing goes without an entry about it. The database says what goes, and lets one server
     * do it at a time.
     *
     * @return the last day of which the entries were taken away; null when there were none
     * @throws TrailUnavailable when it could not be recorded
     */
    public @Nullable LocalDate run() {
        List<LocalDate> last = database.query("select day, events from strand.forget_events()", (row, index) -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            log.info("{} events of the audit trail up to {} were taken away", row.getLong("events"), day);
            return day;
        });
        last.forEach(day -> trail.add(List.of(trail.entry(null, Actor.server(), deed(day)))));
        return last.isEmpty() ? null : last.get(0);
    }

    private static Deed deed(LocalDate last) {
        return new Deed(Interaction.FORGET, null, Outcome.DONE, null, null, "AuditEvent?date=le" + last);
    }
}
