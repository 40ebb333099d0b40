package health.strand.server;

import health.strand.access.AccessPolicy;
import health.strand.access.Requester;
import health.strand.enforcement.PageEpochs;
import health.strand.visibility.Epochs;
import java.util.Optional;

/** Asks the database whether anything was taken from a requester, as far as any of their requests could reach. */
record DatabaseEpochs(Epochs epochs, AccessPolicy policy) implements PageEpochs {

    @Override
    public String now() {
        return epochs.now();
    }

    @Override
    public Optional<String> since(String earlier, Requester requester) {
        return epochs.since(earlier, policy.farthest(requester));
    }
}
