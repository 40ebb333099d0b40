package health.strand.visibility;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import health.strand.access.DataClass;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version, as the role that owns it: HAPI's tables by HAPI's migrator, ours and the
 * row-level-security policies by Flyway. Requests never run as that role.
 */
public final class SchemaMigration {

    private static final String HAPI_HISTORY = "FLY_HFJ_MIGRATION";

    private SchemaMigration() {}

    /**
     * Migrates and leaves {@code requestRole} with exactly the rights requests need.
     *
     * @param trailKept how long entries of the audit trail are kept, which the database holds
     * @throws RuntimeException when a migration fails; the database then keeps its last good version
     */
    public static void run(DataSource owner, String requestRole, Period trailKept) {
        migrateHapi(owner);
        flyway(owner, requestRole, trailKept).migrate();
    }

    private static void migrateHapi(DataSource owner) {
        HapiMigrator migrator = new HapiMigrator(HAPI_HISTORY, owner, DriverTypeEnum.POSTGRES_9_4);
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }

    private static Flyway flyway(DataSource owner, String requestRole, Period trailKept) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas("strand")
                .placeholders(Map.of(
                        "requestRole", requestRole,
                        "auditRetention", trailKept.toString(),
                        "auditClass", String.valueOf(DataClass.AUDIT.number()),
                        "guardedTables", String.join(",", GuardedTables.guarded()),
                        "tablesByResource", String.join(",", GuardedTables.BY_RESOURCE),
                        "sharedTables",
                                String.join(
                                        ",",
                                        GuardedTables.SHARED.keySet().stream()
                                                .sorted()
                                                .toList())))
                .load();
    }
}
