package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.projection.Projections;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Keeps, when somebody writes a new version of what they see only in part, the references they are not shown. It looks
 * after the door: what is written is judged as its author knows it.
 */
@Interceptor(order = -850)
public final class KeptReferences {

    private static final String KEPT = KeptReferences.class.getName();
    private static final String WHOLE = KEPT + ".whole";

    private final Projections projections;

    public KeptReferences(Projections projections) {
        this.projections = projections;
    }

    /** Before a new version is stored, within the transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void keep(IBaseResource before, IBaseResource after) {
        Resource changed = (Resource) after;
        if (changed.getUserData(WHOLE) != null) {
            projections.eachReference(changed, KeptReferences::mark);
        } else {
            projections.restore((Resource) before, changed, KeptReferences::mark);
        }
    }

    /** Says that the server itself writes this, all of it as it was stored, on behalf of somebody who may see less. */
    public static void whole(Resource stored) {
        stored.setUserData(WHOLE, true);
    }

    /** Whether a reference is kept from an earlier version, so that nobody asks whether its writer may point there. */
    public static boolean isKept(IBase reference) {
        return reference instanceof Base base && base.getUserData(KEPT) != null;
    }

    private static void mark(Reference reference) {
        reference.setUserData(KEPT, true);
    }
}
