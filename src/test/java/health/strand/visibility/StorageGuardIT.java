package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.server.RunningStrand;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class StorageGuardIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final JdbcTemplate requests = new JdbcTemplate(STRAND.bean(DataSource.class));
    private final DataSource ownerSource = STRAND.owner();
    private final JdbcTemplate owner = new JdbcTemplate(ownerSource);

    @Test
    void servesRequestsAsARoleThatOwnsNothingAndIsBoundByPolicies() {
        Map<String, Object> role = requests.queryForMap(
                "select current_user::text as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user");

        assertThat(role)
                .containsEntry("name", "strand_request")
                .containsEntry("rolsuper", false)
                .containsEntry("rolbypassrls", false);
        assertThat(requests.queryForObject(
                        "select count(*) from pg_class where relowner = current_user::regrole", Long.class))
                .isZero();
    }

    @Test
    void refusesToServeAsTheOwner() {
        assertThatThrownBy(() -> RequestRole.verify(ownerSource))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("owns tables");
    }

    @Test
    void hasDecidedAboutEveryTableOfTheLiveSchema() {
        List<String> tables = owner.queryForList(
                "select tablename from pg_tables where schemaname = 'public' order by 1", String.class);

        assertThat(GuardedTables.decided().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void putsEveryTableThatBearsACellUnderThePolicy() {
        List<String> bearing = owner.queryForList(
                "select table_name from information_schema.columns where table_schema = 'public'"
                        + " and column_name = 'partition_id' and table_name like 'hfj\\_%'",
                String.class);
        List<String> guarded = owner.queryForList(
                "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid"
                        + " where c.relrowsecurity and p.polname = 'strand_visible'"
                        + " and c.relnamespace = 'public'::regnamespace",
                String.class);

        assertThat(guarded).containsExactlyInAnyOrderElementsOf(GuardedTables.guarded());
        bearing.removeAll(GuardedTables.FORBIDDEN.keySet());
        assertThat(guarded).containsAll(bearing);
    }

    @Test
    void givesTheRequestRoleNothingOnForbiddenTables() {
        for (String table : GuardedTables.FORBIDDEN.keySet()) {
            Boolean any = owner.queryForObject(
                    "select has_table_privilege('strand_request', ?::text, 'select, insert, update, delete, truncate')",
                    Boolean.class,
                    "public.\"" + table + "\"");
            assertThat(any).as(table).isFalse();
        }
    }

    @Test
    void showsNothingWithoutKeys() {
        for (String table : GuardedTables.guarded()) {
            assertThat(requests.queryForObject("select count(*) from " + table, Long.class))
                    .as(table)
                    .isZero();
        }
        assertThat(owner.queryForObject("select count(*) from hfj_resource", Long.class))
                .isPositive();
    }

    @Test
    void leavesNoKeysOnAPooledConnection() {
        for (int i = 0; i < 40; i++) {
            STRAND.get(STRAND.token("sora"), "Observation?_count=1");
            assertThat(requests.queryForObject(
                            "select coalesce(current_setting('strand.classes', true), '')", String.class))
                    .isEmpty();
        }
    }

    @Test
    void writesNoSearchDown() {
        STRAND.get(STRAND.token("sora"), "Observation?_count=2");

        assertThat(owner.queryForObject(
                        "select (select count(*) from hfj_search) + (select count(*) from hfj_search_result)",
                        Long.class))
                .isZero();
    }

    @Test
    void keepsNoPatientDataInTheDefaultPartition() {
        assertThat(owner.queryForList(
                        "select distinct res_type from hfj_resource where partition_id is null", String.class))
                .isSubsetOf(
                        "Questionnaire",
                        "SearchParameter",
                        "StructureDefinition",
                        "ValueSet",
                        "CodeSystem",
                        "ConceptMap");
        assertThat(owner.queryForObject(
                        "select count(*) from hfj_resource where res_type in ('Patient', 'Observation', 'Media')"
                                + " and res_deleted_at is null"
                                + " and partition_id >> 5 = 0",
                        Long.class))
                .isZero();
    }

    @Test
    void keepsAllRowsOfAResourceInOneCell() {
        assertThat(scattered()).isEmpty();
    }

    @Test
    void movesEveryRowAndEveryVersionWhenAResourceBecomesGenetic() {
        String loader = STRAND.token("loader");
        String sora = STRAND.token("sora");
        String plain = observation("", STRAND.id("ana"));
        String location = created(STRAND.post(loader, "Observation", plain));
        String id = location.substring(location.indexOf('/') + 1);
        assertThat(STRAND.get(sora, location).statusCode()).isEqualTo(200);

        HttpResponse<String> changed = STRAND.put(
                loader,
                location,
                observation(
                        "\"id\":\"" + id + "\",\"meta\":{\"security\":[{\"system\":"
                                + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"GDIS\"}]},",
                        STRAND.id("ana")));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(scattered()).isEmpty();
        assertThat(STRAND.get(sora, location).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(sora, location + "/_history/1").statusCode()).isEqualTo(404);
        assertThat(STRAND.get(sora, location + "/_history").statusCode()).isEqualTo(404);
        assertThat(STRAND.get(STRAND.token("ana"), location + "/_history/1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void findsTheCellOfAPatientNamedByAQuery() {
        String identifier = "urn:strand:test|" + java.util.UUID.randomUUID();
        String[] parts = identifier.split("\\|");
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + "{\"fullUrl\":\"urn:uuid:6f0b6b0e-0000-4000-8000-000000000001\",\"resource\":{\"resourceType\":\"Patient\","
                + "\"identifier\":[{\"system\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}]},"
                + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\",\"ifNoneExist\":\"Patient?identifier="
                + identifier
                + "\"}},{\"resource\":"
                + observation("", "x").replace("Patient/x", "urn:uuid:6f0b6b0e-0000-4000-8000-000000000001")
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}]}";
        String loader = STRAND.token("loader");

        assertThat(STRAND.post(loader, "", bundle).statusCode()).isEqualTo(200);
        HttpResponse<String> again = STRAND.post(loader, "", bundle);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(scattered()).isEmpty();
        List<String> sets = owner.queryForList(
                "select r.res_type || ' in ' || (s.patients = array[p.fhir_id::text])::text"
                        + " from hfj_spidx_token t join hfj_resource p on p.res_id = t.res_id and p.res_type = 'Patient'"
                        + " join hfj_resource r on r.res_id = p.res_id or r.res_id in"
                        + " (select src_resource_id from hfj_res_link where target_resource_id = p.res_id)"
                        + " left join strand.cell_group s on s.number = r.partition_id >> 5 where t.sp_value = ?"
                        + " order by 1",
                String.class,
                parts[1]);

        assertThat(sets).containsExactly("Observation in true", "Observation in true", "Patient in true");
    }

    /** Also those that a later version adds to a database that is there. */
    @Test
    void letsNobodyButTheRequestRoleCallItsFunctions() {
        owner.execute("create function strand.added_later() returns integer language sql as 'select 1'");
        try {
            assertThat(owner.queryForList(
                            "select proname from pg_proc where pronamespace = 'strand'::regnamespace"
                                    + " and has_function_privilege('public', oid, 'execute')",
                            String.class))
                    .isEmpty();
            assertThat(new JdbcTemplate(STRAND.bean(DataSource.class))
                            .queryForObject("select strand.added_later()", Integer.class))
                    .isEqualTo(1);
        } finally {
            owner.execute("drop function strand.added_later()");
        }
    }

    @Test
    void keepsNothingOfAConnectionsKeysAcrossTransactions() throws SQLException {
        try (Connection connection = STRAND.bean(DataSource.class).getConnection()) {
            JdbcTemplate one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            connection.setAutoCommit(false);
            one.queryForMap("select strand.hand_keys('*', '4', '', '4', '', '{}', '{}', '') is null as handed");
            assertThat(one.queryForObject("select count(*) from hfj_resource", Long.class))
                    .isPositive();
            connection.commit();
            assertThat(one.queryForObject("select count(*) from hfj_resource", Long.class))
                    .isZero();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Tables in which a row lies in another cell than its resource. */
    private List<String> scattered() {
        List<String> found = new ArrayList<>();
        for (String table : new TreeSet<>(GuardedTables.BY_RESOURCE)) {
            count(found, table, "t.res_id");
        }
        count(found, "hfj_res_link", "t.src_resource_id");
        count(found, "hfj_res_ver_prov", "t.res_pid");
        return found;
    }

    private void count(List<String> found, String table, String key) {
        Long rows = owner.queryForObject(
                "select count(*) from " + table + " t join hfj_resource r on r.res_id = " + key
                        + " where t.partition_id is distinct from r.partition_id",
                Long.class);
        if (rows != null && rows > 0) {
            found.add(table + ": " + rows);
        }
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String path = location.substring(STRAND.base().length() + 1);
        return path.substring(0, path.indexOf("/_history"));
    }

    private static String observation(String more, String patient) {
        return "{\"resourceType\":\"Observation\"," + more + "\"status\":\"final\",\"code\":{\"text\":\"density\"},"
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"},\"valueQuantity\":{\"value\":180}}";
    }
}
