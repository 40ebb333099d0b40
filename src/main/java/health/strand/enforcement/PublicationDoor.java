package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.profiles.Canonical;
import health.strand.publication.Original;
import health.strand.validation.Problem;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses copies for publication from everybody but the server, and says when what they rest on is no longer as it was.
 */
@Interceptor(order = -690)
public final class PublicationDoor {

    private static final String LET_IN = PublicationDoor.class.getName();

    private final PictureConsequences consequences;

    public PublicationDoor(PictureConsequences consequences) {
        this.consequences = consequences;
    }

    /** Says that the server itself has made this copy. */
    public static void letIn(Media copy) {
        copy.setUserData(LET_IN, true);
    }

    /** Before a new resource is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource created) {
        refuse(created);
    }

    /** Before a new version is stored; a copy is never changed, but made anew. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after) {
        refuse(before);
        refuse(after);
    }

    private static void refuse(IBaseResource written) {
        if (written instanceof Media media
                && media.hasExtension(Canonical.COPY_OF)
                && media.getUserData(LET_IN) == null) {
            throw Unprocessable.of(List.of(new Problem(
                    "Media.extension",
                    "hr-copy-1",
                    "a copy for publication is made by the server, of pictures a patient chose")));
        }
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void changed(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        boolean another = before instanceof Media old && after instanceof Media now
                ? Original.isAnother(old, now)
                : after instanceof Binary;
        if (another && request != null) {
            consequences.changed(reference(after), request);
        }
    }

    /** After a resource is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted, @Nullable RequestDetails request) {
        if (request == null) {
            return;
        }
        if (deleted instanceof Media || deleted instanceof Binary) {
            consequences.changed(reference(deleted), request);
        }
        if (deleted instanceof Consent consent) {
            consequences.deleted(consent, request);
        }
    }

    private static String reference(IBaseResource resource) {
        return ((Resource) resource).fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
