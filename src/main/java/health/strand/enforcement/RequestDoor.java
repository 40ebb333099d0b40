package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.rights.RequestClock;
import health.strand.validation.Problem;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Has every stored request of a patient say by when it must be answered, and refuses one that says later than the law. */
@Interceptor(order = RequestDoor.BEFORE_THE_DOOR)
public final class RequestDoor {

    /** What is added here is looked at like everything else that comes out of a patch. */
    static final int BEFORE_THE_DOOR = -905;

    private final RequestClock clock;

    public RequestDoor(RequestClock clock) {
        this.clock = clock;
    }

    /** Before a new resource is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource created) {
        look(null, created);
    }

    /** Before a new version is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after) {
        look(before instanceof Task task ? task : null, after);
    }

    private void look(@Nullable Task before, IBaseResource written) {
        if (!(written instanceof Task task)) {
            return;
        }
        clock.set(before, task);
        List<Problem> problems = clock.problems(before, task);
        if (!problems.isEmpty()) {
            throw Unprocessable.of(problems);
        }
    }
}
