package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Requester;
import health.strand.enforcement.CurrentRequester;
import health.strand.intake.SentMark;
import health.strand.vault.Fingerprints;
import health.strand.visibility.SentFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Finds the picture that its sender has sent before, of the same patient and for the same purposes, where the sender sees it
 * still. What others have sent is never found.
 */
@Interceptor
public final class SentAgain {

    private static final String KEY = SentAgain.class.getName();
    private static final Demand READ = new Demand("Binary", Permission.READ);

    private final SentFiles files;
    private final Fingerprints fingerprints;
    private final AccessPolicy policy = new AccessPolicy();

    SentAgain(SentFiles files, Fingerprints fingerprints) {
        this.files = files;
        this.fingerprints = fingerprints;
    }

    private record Sent(String mark, @Nullable String former) {}

    /** Somebody else was faster. */
    private static final class SentMeanwhile extends PreconditionFailedException {

        private static final long serialVersionUID = 1L;

        SentMeanwhile() {
            super("the same picture was stored meanwhile; send it again");
        }
    }

    /** Tells which version of a stored file there is for whoever asks. */
    @FunctionalInterface
    interface Reader {

        Optional<IIdType> read(String file);
    }

    /** Gives what is there of a picture, or stores it. */
    <T> T once(Binary sent, RequestDetails request, Reader reader, Function<IIdType, T> there, Supplier<T> store) {
        Optional<String> mark = mark(sent, request);
        if (mark.isEmpty()) {
            return store.get();
        }
        Optional<IIdType> stored = find(mark.get(), request, reader);
        if (stored.isPresent()) {
            return there.apply(stored.get());
        }
        try {
            return store.get();
        } catch (SentMeanwhile other) {
            return there.apply(find(mark.get(), request, reader).orElseThrow(() -> other));
        } finally {
            request.getUserData().remove(KEY);
        }
    }

    private Optional<String> mark(Binary sent, RequestDetails request) {
        Optional<Requester> sender = CurrentRequester.of(request).filter(this::reads);
        return sender.flatMap(each -> SentMark.of(sent, List.of(each.clientId(), each.person())))
                .map(fingerprints::ofSent);
    }

    /** Who may not read is told of nothing that is there. */
    private boolean reads(Requester sender) {
        AccessDecision decision = policy.decide(sender, List.of(READ));
        return decision.permits() && decision.isUnrestricted(READ);
    }

    private Optional<IIdType> find(String mark, RequestDetails request, Reader reader) {
        String file = files.find(mark).orElse(null);
        request.getUserData().put(KEY, new Sent(mark, file));
        return file == null ? Optional.empty() : reader.read(file);
    }

    /** In the transaction that stores it. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created, @Nullable RequestDetails request) {
        if (created instanceof Binary file
                && request != null
                && request.getUserData().get(KEY) instanceof Sent sent
                && !files.keep(sent.mark(), "Binary/" + file.getIdElement().getIdPart(), sent.former())) {
            throw new SentMeanwhile();
        }
    }
}
