package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.dicomweb.Uid;
import health.strand.profiles.Canonical;
import health.strand.visibility.PicturesByUid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * Says of an instance of an imaging study that is written without its picture which Media that is: whoever may not see that
 * picture would otherwise be shown the instance. A picture that the writer may not see is not found.
 */
@Interceptor(order = StoredInstances.AFTER_THE_DOOR)
public final class StoredInstances {

    static final int AFTER_THE_DOOR = -840;

    private final PicturesByUid pictures;

    StoredInstances(PicturesByUid pictures) {
        this.pictures = pictures;
    }

    /** Before a new study is stored, within the transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource created) {
        link(created);
    }

    /** Before a new version is stored, within the transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after) {
        link(after);
    }

    private void link(IBaseResource written) {
        if (!(written instanceof ImagingStudy study) || !study.getSubject().hasReference()) {
            return;
        }
        List<ImagingStudySeriesInstanceComponent> unlinked = study.getSeries().stream()
                .flatMap(series -> series.getInstance().stream())
                .filter(each -> each.hasUid() && !each.hasExtension(Canonical.STORED_PICTURE))
                .toList();
        if (unlinked.isEmpty()) {
            return;
        }
        Map<String, Set<String>> found = pictures.of(
                study.getSubject().getReference(),
                unlinked.stream().map(StoredInstances::urn).distinct().toList());
        for (ImagingStudySeriesInstanceComponent each : unlinked) {
            Set<String> named = found.getOrDefault(urn(each), Set.of());
            // where several bear the UID, nobody knows which is meant
            if (named.size() == 1) {
                each.addExtension(
                        Canonical.STORED_PICTURE, new Reference(named.iterator().next()));
            }
        }
    }

    private static String urn(ImagingStudySeriesInstanceComponent instance) {
        return Uid.urn(Uid.of(instance.getUid()));
    }
}
