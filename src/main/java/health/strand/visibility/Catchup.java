package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compiles everybody's decisions anew when they were compiled by other settings, before the server opens. Patients are
 * compiled one by one, so that an interruption loses nothing; of several servers that start at once one does it, and the
 * others wait for it.
 */
public final class Catchup {

    private static final Logger log = LoggerFactory.getLogger(Catchup.class);
    private static final int MOST_AT_ONCE = 500;
    private static final String CONFORMANCE = String.valueOf(DataClass.CONFORMANCE.number());
    /** It decides about everybody, and sees nothing of what lies in the cells. */
    private static final TransactionKeys KEYS =
            new TransactionKeys("*", CONFORMANCE, "", CONFORMANCE, "", List.of(), "", List.of());

    private final DataSource requests;
    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final Rereading rereading;
    private final Recompilation recompilation;
    private final String settings;

    Catchup(
            DataSource requests,
            PlatformTransactionManager transactions,
            Rereading rereading,
            Recompilation recompilation,
            String settings) {
        this.requests = requests;
        this.database = new JdbcTemplate(requests);
        this.transactions = new TransactionTemplate(transactions);
        this.rereading = rereading;
        this.recompilation = recompilation;
        this.settings = settings;
    }

    /** Returns when all decisions are those of the settings of this server. */
    public void run() {
        if (isDone()) {
            return;
        }
        try (Connection turn = requests.getConnection();
                Statement sql = turn.createStatement()) {
            waitForTurn(sql);
            try {
                compileAll();
            } finally {
                sql.execute("select pg_advisory_unlock(8206, 1)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("decisions could not be compiled anew", e);
        }
    }

    private boolean isDone() {
        return settings.equals(database.queryForObject("select done from strand.compilation", String.class));
    }

    private static void waitForTurn(Statement sql) throws SQLException {
        try (ResultSet answer = sql.executeQuery("select pg_try_advisory_lock(8206, 1)")) {
            if (answer.next() && answer.getBoolean(1)) {
                return;
            }
        }
        log.info("another server compiles the decisions anew; waiting for it");
        sql.execute("select pg_advisory_lock(8206, 1)");
    }

    private void compileAll() {
        if (isDone()) {
            return;
        }
        long left = within(() -> Objects.requireNonNull(
                database.queryForObject("select strand.begin_compilation(?)", Long.class, settings)));
        if (left > 0) {
            log.info("decisions were compiled by other settings; compiling those of {} patients anew", left);
        }
        while (within(rereading::readSome)) {
            log.debug("some resources are read again");
        }
        List<String> some = next();
        while (!some.isEmpty()) {
            some.forEach(this::compile);
            left -= some.size();
            log.info("{} patients are left", Math.max(left, 0));
            some = next();
        }
        database.update("update strand.compilation set done = ?", settings);
    }

    private List<String> next() {
        return database.queryForList(
                "select patient from strand.to_compile order by patient limit ?", String.class, MOST_AT_ONCE);
    }

    private void compile(String patient) {
        try {
            within(() -> {
                recompilation.patients(List.of(new PatientId(patient)));
                return database.update("delete from strand.to_compile where patient = ?", patient);
            });
        } catch (RuntimeException e) {
            log.error("the decisions about {} could not be compiled anew; the server does not open", patient);
            throw e;
        }
    }

    private <T> T within(Supplier<T> work) {
        return CurrentKeys.during(KEYS, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
