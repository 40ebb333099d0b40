package health.strand.visibility;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.projection.Projections;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Takes from the index where a resource no longer points to. HAPI does so for the rows its writer sees; a reference to
 * something hidden that went with a deletion, or gave way to another, would otherwise be found for ever.
 */
@Interceptor
public final class FormerLinks {

    private final Projections projections;
    private final EntityManager entities;

    FormerLinks(Projections projections, EntityManager entities) {
        this.projections = projections;
        this.entities = entities;
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        Set<String> still = projections.targets((Resource) after);
        Set<String> former = new HashSet<>(projections.targets((Resource) before));
        former.removeAll(still);
        if (!former.isEmpty()) {
            forget((Resource) after, still);
        }
    }

    /** After a resource is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted) {
        forget((Resource) deleted, Set.of());
    }

    private void forget(Resource resource, Set<String> still) {
        // HAPI's own rows first: it counts what it deletes
        entities.flush();
        entities.createNativeQuery("select cast(strand.forget_links(:type, :id, :still) as text)")
                .setParameter("type", resource.fhirType())
                .setParameter("id", resource.getIdElement().getIdPart())
                .setParameter("still", still.toArray(String[]::new))
                .getResultList();
    }
}
