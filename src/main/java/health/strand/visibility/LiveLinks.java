package health.strand.visibility;

import jakarta.persistence.EntityManager;
import org.hl7.fhir.r4.model.Resource;

/** Tells whether something that is there for whoever asks, and stays, still leads to a resource that is being deleted. */
public final class LiveLinks {

    private static final String LEAD_THERE = """
            select exists (
                select from hfj_resource t
                join hfj_res_link l on l.target_resource_id = t.res_id and l.target_resource_version is null
                join hfj_resource s on s.res_id = l.src_resource_id and s.res_deleted_at is null
                where t.res_type = :type and t.fhir_id = :id and s.res_id <> t.res_id)
            """;

    private final EntityManager entities;

    public LiveLinks(EntityManager entities) {
        this.entities = entities;
    }

    /** Within the transaction that deletes it, when everything the transaction deletes is deleted. */
    public boolean leadTo(Resource deleted) {
        entities.flush();
        return Boolean.TRUE.equals(entities.createNativeQuery(LEAD_THERE)
                .setParameter("type", deleted.fhirType())
                .setParameter("id", deleted.getIdElement().getIdPart())
                .getSingleResult());
    }
}
