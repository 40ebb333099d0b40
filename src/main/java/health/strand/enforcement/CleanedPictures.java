package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.imaging.Trace;
import health.strand.intake.PictureIntake;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Has it recorded when pictures are stored without what their cameras wrote into them. */
@Interceptor(order = CleanedPictures.WHEN_ALL_IS_IN_PLACE)
public final class CleanedPictures {

    /** What is told of a picture lies with it, so that it must lie where it stays. */
    static final int WHEN_ALL_IS_IN_PLACE = 100;

    private final CleaningRecord record;

    public CleanedPictures(CleaningRecord record) {
        this.record = record;
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created, @Nullable RequestDetails request) {
        stored((Resource) created, request);
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        stored((Resource) after, request);
    }

    private void stored(Resource stored, @Nullable RequestDetails request) {
        Set<Trace> removed = PictureIntake.removedFrom(stored);
        if (!removed.isEmpty() && request != null) {
            record.keep(stored, removed, request);
        }
    }
}
