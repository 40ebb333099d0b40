package health.strand.dicomweb;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects whose files are opened one after the other. The first is opened at once, so that a request of which nothing can be
 * given is refused; of the others those that are no longer there are left out.
 */
final class GivenInstances implements Closeable {

    private final RequestersRecord record;
    private final Iterator<Instance> left;
    private Instance instance;
    private GivenFile file;
    private boolean begun;

    /** @throws Refused as not found when there is none, and when the first that is there cannot be had */
    GivenInstances(RequestersRecord record, List<Instance> instances) throws IOException, Refused {
        this.record = record;
        this.left = instances.iterator();
        while (left.hasNext()) {
            instance = left.next();
            @Nullable GivenFile opened = open();
            if (opened != null) {
                file = opened;
                return;
            }
        }
        throw Refused.notFound();
    }

    /** Goes to the first, and then to the next, and closes the one before. */
    boolean next() throws IOException {
        if (!begun) {
            begun = true;
            return true;
        }
        file.close();
        while (left.hasNext()) {
            instance = left.next();
            try {
                @Nullable GivenFile opened = open();
                if (opened != null) {
                    file = opened;
                    return true;
                }
            } catch (Refused e) {
                throw new IOException("the record gives no more of what it began to give", e);
            }
        }
        return false;
    }

    private @Nullable GivenFile open() throws IOException, Refused {
        try {
            return record.file(instance.file());
        } catch (Refused e) {
            if (e.isAbsence()) {
                return null;
            }
            throw e;
        }
    }

    Instance instance() {
        return instance;
    }

    GivenFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
