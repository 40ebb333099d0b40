package health.strand.access;

import java.util.Optional;

/** Somebody who has nothing here, neither a role nor a record, keeps nothing here either. */
final class BelongingRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        return Entitlement.of(requester).readable().isEmpty()
                ? Optional.of(Objection.of(Reason.ROLE_DOES_NOT_COVER_TYPE, demand))
                : Optional.empty();
    }
}
