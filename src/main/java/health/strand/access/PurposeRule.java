package health.strand.access;

import java.util.Optional;

/** Staff must act for a purpose that one of their roles is there for. */
final class PurposeRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        boolean without = requester.kind() == RequesterKind.STAFF
                && !requester.roles().isEmpty()
                && requester.actingRoles().isEmpty();
        return without ? Optional.of(Objection.of(Reason.PURPOSE_NOT_ALLOWED, demand)) : Optional.empty();
    }
}
