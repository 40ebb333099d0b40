package health.strand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.demo.ClinicLoader;
import health.strand.demo.SyntheticClinic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clinic in the database, and where in it there is something to ask about. */
final class Clinic {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final long SEED = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchServer server;
    private final JdbcTemplate database;

    Clinic(BenchServer server) {
        this.server = server;
        this.database = server.superuser();
    }

    /** Loads it through the server, with copies of pictures for publication, which only a consent opens. */
    void load(int patients, Consumer<String> progress) throws InterruptedException {
        boolean there = Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from hfj_resource where res_type = 'Patient')", Boolean.class));
        if (!there) {
            new ClinicLoader(
                            server.base(),
                            server::systemToken,
                            each -> progress.accept(each.patientsDone() + " loaded"))
                    .load(new SyntheticClinic(SEED, patients, TODAY));
        }
        Publications.store(server, staff("mia"));
    }

    /** The reference of somebody of the original staff. */
    String staff(String key) {
        return "Practitioner/" + original("Practitioner", key);
    }

    /** The reference of the first patient. */
    String patient() {
        return "Patient/" + original("Patient", "P00001");
    }

    private String original(String type, String identifier) {
        return database.queryForObject(
                "select r.fhir_id from hfj_spidx_token t join hfj_resource r using (res_id) where t.res_type = ?"
                        + " and t.sp_name = 'identifier' and t.sp_value = ? order by r.res_id limit 1",
                String.class,
                type,
                identifier);
    }

    /** How many patients somebody treats by being in their care team. */
    int treated(String practitioner) {
        Integer count = database.queryForObject(
                "select count(distinct patient) from strand.treatment where practitioner = ?"
                        + " and source like 'CareTeam/%'",
                Integer.class, practitioner);
        return count == null ? 0 : count;
    }

    /** Whoever of the clinic's clinicians treats nearest to so many patients. */
    String clinicianOf(int patients) {
        return Objects.requireNonNull(database.queryForObject(
                "select practitioner from strand.treatment where source like 'CareTeam/%' group by practitioner"
                        + " order by abs(count(distinct patient) - ?), practitioner limit 1",
                String.class,
                patients));
    }

    List<String> patientsOf(String practitioner, int most) {
        return database.query(
                "select distinct 'Patient/' || patient, md5(patient) from strand.treatment where practitioner = ?"
                        + " and source like 'CareTeam/%' order by 2 limit " + most,
                (row, number) -> row.getString(1),
                practitioner);
    }

    /** Resources of a type somebody is granted, without order. */
    List<String> granted(String reader, String type, int most) {
        return database.query(
                "select r.res_type || '/' || r.fhir_id from hfj_resource r where r.res_type = ?"
                        + " and r.res_deleted_at is null and r.partition_id in (select g.cell from strand.granted g"
                        + " join strand.audience a on a.number = g.audience where a.reader = ? and now() < g.until)"
                        + " order by md5(r.fhir_id) limit " + most,
                (row, number) -> row.getString(1),
                type,
                reader);
    }

    /** The clinic's number of a patient, as a search value. */
    String identifier(String patient) {
        return "urn:strand:clinic-number%7C"
                + database.queryForObject(
                        "select t.sp_value from hfj_resource r join hfj_spidx_token t using (res_id)"
                                + " where r.res_type = 'Patient' and r.fhir_id = ? and t.sp_name = 'identifier'",
                        String.class,
                        patient.substring("Patient/".length()));
    }

    /** Active consents of patients all over the clinic. */
    List<String> consents(int most) {
        return database.queryForList(
                "select consent from strand.directive order by md5(consent) limit " + most, String.class);
    }

    /** Conditions of patients all over the clinic: no decision is made by them. */
    List<String> conditions(int most) {
        return database.queryForList(
                "select 'Condition/' || fhir_id from hfj_resource where res_type = 'Condition' order by md5(fhir_id)"
                        + " limit " + most,
                String.class);
    }

    /** One line about how large it is. */
    String size() {
        return database.queryForObject(
                "select (select count(*) from hfj_resource where res_type = 'Patient') || ' patients, '"
                        + " || (select count(*) from hfj_resource) || ' resources, '"
                        + " || (select count(*) from strand.cell) || ' cells, '"
                        + " || (select count(*) from strand.granted) || ' grants, '"
                        + " || pg_size_pretty(pg_database_size(current_database()))",
                String.class);
    }

    /** How many resources there are in an answer. */
    static int entries(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.has("entry") ? answer.get("entry").size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
