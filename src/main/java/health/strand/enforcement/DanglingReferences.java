package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Refuses a deletion after which a reference would lead to nothing. HAPI looks at one reference, whichever comes first, and
 * lets the deletion pass when that one is the resource's own; which comes first hangs on rows the requester does not see.
 */
@Interceptor
public final class DanglingReferences {

    private final Predicate<Resource> isReferredTo;

    /** @param isReferredTo whether something that is there for the requester still refers to what was deleted */
    public DanglingReferences(Predicate<Resource> isReferredTo) {
        this.isReferredTo = isReferredTo;
    }

    /** When all a transaction deletes is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted) {
        if (isReferredTo.test((Resource) deleted)) {
            throw new ResourceVersionConflictException(ErrorTexts.CONFLICT);
        }
    }
}
