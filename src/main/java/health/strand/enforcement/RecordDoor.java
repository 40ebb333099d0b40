package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.validation.Problem;
import health.strand.validation.RecordRules;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Refuses what does not fit the record it is written into. It looks when all entries of a transaction are in their
 * places and their references are resolved, and before anything is committed.
 */
@Interceptor(order = -800)
public final class RecordDoor {

    private final RecordRules rules;

    public RecordDoor(RecordRules rules) {
        this.rules = rules;
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void create(IBaseResource created) {
        refuse((Resource) created);
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after) {
        refuse((Resource) after);
    }

    private void refuse(Resource resource) {
        List<Problem> problems = rules.problems(resource);
        if (!problems.isEmpty()) {
            throw Unprocessable.of(problems);
        }
    }
}
