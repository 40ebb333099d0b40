package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import health.strand.server.RunningStrand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys in the real database, reached as requests reach them; those made here wrap nothing of the record. */
class PatientKeysIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final DataSource requests = STRAND.bean(DataSource.class);
    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());
    private final String patient = "vault-" + UUID.randomUUID();
    private final BodyName name = new BodyName("Patient", 7, 1);

    @TempDir
    private Path folder;

    private PatientKeys server(String file) {
        Path keys = folder.resolve(file);
        MasterKeyFile.makeUnlessThere(keys);
        return new PatientKeys(requests, MasterKeyFile.open(keys));
    }

    @AfterEach
    void leavesNoKey() {
        owner.update("delete from strand.patient_key where owner = ?", patient);
    }

    private static Bodies bodies(PatientKeys keys) {
        return new Bodies(keys, new FileVault(keys, new CountingStore()), (file, beginning) -> {});
    }

    @Test
    void readsOnAnotherServerWhatOneEncrypted() {
        String sealed = bodies(server("master")).seal("{}", new KeyOwner(patient), KeyGroup.GENETIC, name);

        assertThat(bodies(server("master")).open(sealed, name)).isEqualTo("{}");
        assertThat(owner.queryForObject(
                        "select count(*) from strand.patient_key where owner = ?", Integer.class, patient))
                .isEqualTo(1);
    }

    /** A transaction that asked for a key and then waits for another such connection would stand in the way of itself. */
    @Test
    void givesBackTheConnectionWhileTheTransactionGoesOn() {
        List<Connection> taken = new ArrayList<>();
        DataSource apart = new DelegatingDataSource(requests) {
            @Override
            public Connection getConnection() throws SQLException {
                taken.add(super.getConnection());
                return taken.get(taken.size() - 1);
            }
        };
        Path file = folder.resolve("master");
        MasterKeyFile.makeUnlessThere(file);
        PatientKeys keys = new PatientKeys(apart, MasterKeyFile.open(file));

        new TransactionTemplate(new DataSourceTransactionManager(STRAND.owner())).executeWithoutResult(status -> {
            keys.of(new KeyOwner(patient), KeyGroup.CLINICAL);
            assertThat(taken).isNotEmpty().allMatch(PatientKeysIT::isGivenBack);
        });
    }

    private static boolean isGivenBack(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noticesWrappedKeysThatWereExchanged() {
        Bodies bodies = bodies(server("master"));
        String clinical = bodies.seal("{}", new KeyOwner(patient), KeyGroup.CLINICAL, name);
        bodies.seal("{}", new KeyOwner(patient), KeyGroup.GENETIC, name);
        owner.update(
                "update strand.patient_key k set wrapped = o.wrapped from strand.patient_key o"
                        + " where k.owner = ? and o.owner = k.owner and o.key_group <> k.key_group",
                patient);

        assertThatThrownBy(() -> bodies(server("master")).open(clinical, name)).isInstanceOf(SealBroken.class);
    }

    @Test
    void destroysTheKeysOfAPatientAlsoThoseThatWereNeverMade() {
        PatientKeys keys = server("master");
        Bodies bodies = bodies(keys);
        String sealed = bodies.seal("{}", new KeyOwner(patient), KeyGroup.CLINICAL, name);

        assertThat(keys.destroy(new PatientId(patient))).isEqualTo(1);

        assertThat(owner.queryForObject(
                        "select count(*) from strand.patient_key where owner = ? and wrapped is null and destroyed is not null",
                        Integer.class,
                        patient))
                .isEqualTo(3);
        assertThatThrownBy(() -> bodies.open(sealed, name)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> bodies(server("master")).seal("{}", new KeyOwner(patient), KeyGroup.IMAGES, name))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void showsTheKeysToNoRequestButOneByOne() {
        assertThatThrownBy(() -> new JdbcTemplate(requests).queryForList("select * from strand.patient_key"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
