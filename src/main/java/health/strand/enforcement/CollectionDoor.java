package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PurposeOfUse;
import health.strand.access.Requester;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Lets no picture of a patient in that the patient's consents do not cover for what it is taken for. It looks before a
 * picture is stored, and again where it lies elsewhere once its references are resolved. What the server writes itself is
 * made of what is there.
 */
@Interceptor(order = CollectionDoor.WHEN_IT_HAS_ITS_PLACE)
public final class CollectionDoor {

    /** Whose picture it is, is known when it has been put somewhere. */
    static final int WHEN_IT_HAS_ITS_PLACE = 50;

    private static final String ASKED_IN = CollectionDoor.class.getName();
    private static final List<String> TAKEN = List.of("content", "data", "series", "subject", "securityContext");

    /** What the door asks of the record. */
    public interface Consents {

        /** The cell of a picture of somebody; empty for everything else. */
        OptionalInt cellOfPicture(Resource written);

        /** What keeps it out; empty when each purpose is covered. */
        Optional<Uncovered> uncovered(int cell, Requester taker, Set<PurposeOfUse> purposes);
    }

    /** @param isTold whether all it is about is there for whoever sends it */
    public record Uncovered(PurposeOfUse purpose, boolean isTold) {}

    private final Consents consents;

    public CollectionDoor(Consents consents) {
        this.consents = consents;
    }

    /** Before a new resource is stored. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource created, @Nullable RequestDetails request) {
        ask((Resource) created, request, false);
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created, @Nullable RequestDetails request) {
        ask((Resource) created, request, true);
    }

    /** After a resource is changed; to describe a picture otherwise is not to take one. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void changed(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (isAnother((Resource) before, (Resource) after)) {
            ask((Resource) after, request, true);
        }
    }

    private static boolean isAnother(Resource before, Resource after) {
        return TAKEN.stream().anyMatch(name -> !Base.compareDeep(values(before, name), values(after, name), true))
                || !PicturePurposes.areSame(before, after);
    }

    private static List<Base> values(Resource resource, String name) {
        return resource.children().stream()
                .filter(each -> each.getName().equals(name))
                .flatMap(each -> each.getValues().stream())
                .toList();
    }

    private void ask(Resource written, @Nullable RequestDetails request, boolean last) {
        Optional<Requester> taker = CurrentRequester.of(request);
        OptionalInt cell = consents.cellOfPicture(written);
        // what is a picture, and whose, is decided by where it was put
        if (taker.isEmpty() || cell.isEmpty() || cell.equals(written.getUserData(ASKED_IN))) {
            return;
        }
        Optional<Uncovered> uncovered = consents.uncovered(cell.getAsInt(), taker.get(), PicturePurposes.of(written));
        if (uncovered.isEmpty()) {
            written.setUserData(ASKED_IN, cell);
        } else if (uncovered.get().isTold()) {
            throw Refusals.ofUncovered(uncovered.get().purpose());
        } else if (last) {
            // of a patient who is not there it is told what is told of one who never was
            throw Refusals.outOfReach();
        }
    }
}
