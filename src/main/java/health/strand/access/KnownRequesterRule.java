package health.strand.access;

import java.util.Optional;

/** Somebody must stand behind the token. */
final class KnownRequesterRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        return requester.kind() == RequesterKind.UNKNOWN
                ? Optional.of(Objection.of(Reason.REQUESTER_UNKNOWN, demand))
                : Optional.empty();
    }
}
