package health.strand.visibility;

import health.strand.access.PatientId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what somebody has been told, so that it is told once, by whichever server finds it first. */
public final class RaisedConcerns {

    private final JdbcTemplate database;

    public RaisedConcerns(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /**
     * Notes it within the transaction that tells it; whether nobody had been told before. Another transaction that is
     * about to tell the same waits for this one.
     */
    public boolean isNew(String key, PatientId patient) {
        return database.update(
                        "insert into strand.concern (key, patient) values (?, ?) on conflict do nothing",
                        key,
                        patient.value())
                > 0;
    }
}
