package health.strand.visibility;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds in HAPI's index the pictures of a patient that bear a UID of DICOM. */
public final class PicturesByUid {

    private static final String FOUND = """
            select uid.sp_value, picture.fhir_id
            from hfj_resource patient
            join hfj_res_link link on link.target_resource_id = patient.res_id and link.src_path = 'Media.subject'
            join hfj_resource picture on picture.res_id = link.src_resource_id and picture.res_deleted_at is null
            join hfj_spidx_token uid on uid.res_id = picture.res_id and uid.sp_name = 'identifier'
                and uid.sp_system = 'urn:dicom:uid' and uid.sp_value = any (?)
            where patient.res_type = 'Patient' and patient.fhir_id = ?
            """;

    private final JdbcTemplate database;

    /** Asked within a transaction of whoever asks, of which its own writes are not there yet. */
    public PicturesByUid(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /**
     * Those that the requester may see.
     *
     * @param patient as {@code Patient/id}
     * @param uids as {@code urn:oid:} and the UID
     * @return references to Media, by UID
     */
    public Map<String, Set<String>> of(String patient, Collection<String> uids) {
        Map<String, Set<String>> found = new HashMap<>();
        database.query(
                FOUND,
                row -> {
                    found.computeIfAbsent(row.getString("sp_value"), any -> new HashSet<>())
                            .add("Media/" + row.getString("fhir_id"));
                },
                uids.toArray(String[]::new),
                new IdType(patient).getIdPart());
        return found;
    }
}
