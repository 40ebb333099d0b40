package health.strand.visibility;

import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads from HAPI's index what was written in one session, so that nothing has to be loaded to be compared. */
public final class Sessions {

    /** Two ways of scanning in one session are already many. */
    private static final int MOST = 50;

    private static final String KEYS = """
            select distinct key.sp_value_exact
            from hfj_resource encounter
            join hfj_res_link link on link.target_resource_id = encounter.res_id and link.src_path = 'Observation.encounter'
            join hfj_resource panel on panel.res_id = link.src_resource_id and panel.res_deleted_at is null
            join hfj_spidx_string key on key.res_id = panel.res_id and key.sp_name = 'comparability-key'
            where encounter.res_type = 'Encounter' and encounter.fhir_id = ? and panel.fhir_id <> ?
            limit ?
            """;

    private final JdbcTemplate database;

    /** Asked within the transaction that writes, once its rows are in the database. */
    public Sessions(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** The comparability keys of an encounter's panels that the requester may see, apart from one panel's own. */
    public List<String> comparabilityKeys(String encounter, String apartFrom) {
        return database.queryForList(
                KEYS, String.class, new IdType(encounter).getIdPart(), new IdType(apartFrom).getIdPart(), MOST);
    }
}
