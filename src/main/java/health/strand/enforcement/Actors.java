package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.ClinicRole;
import health.strand.access.PurposeOfUse;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.audit.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who asks, for the trail. */
final class Actors {

    private static final String ID = Actors.class.getName();

    private Actors() {}

    /** Keeps the request's id with its parts, each of which has one of its own. */
    static void keepId(RequestDetails request) {
        if (request.getRequestId() != null) {
            request.getUserData().put(ID, request.getRequestId());
        }
    }

    private static String id(RequestDetails request) {
        Object kept = request.getUserData().get(ID);
        return String.valueOf(kept == null ? Objects.requireNonNullElse(request.getRequestId(), "") : kept);
    }

    /** The server itself, when the request is its own. */
    static Actor of(@Nullable RequestDetails request) {
        if (!(request instanceof ServletRequestDetails asked)) {
            return Actor.server();
        }
        return CurrentRequester.of(asked.getServletRequest())
                .map(requester -> of(asked, requester))
                .orElseGet(Actor::server);
    }

    private static Actor of(ServletRequestDetails request, Requester requester) {
        return new Actor(
                requester.person(),
                requester.clientId(),
                requester.actingRoles().stream().map(ClinicRole::code).sorted().toList(),
                "$break-glass".equals(request.getOperation()) ? List.of(PurposeOfUse.BTG.code()) : purposes(requester),
                Optional.ofNullable(request.getServletRequest().getRemoteAddr()).orElse(""),
                id(request),
                requester.emergencies());
    }

    /** What the token names, or else what the requester is there for. */
    private static List<String> purposes(Requester requester) {
        PurposeOfUse named = requester.purpose().known();
        if (requester.purpose().named()) {
            return named == null ? List.of() : List.of(named.code());
        }
        if (requester.kind() == RequesterKind.STAFF) {
            return requester.actingRoles().stream()
                    .map(role -> role.purpose().code())
                    .distinct()
                    .sorted()
                    .toList();
        }
        return switch (requester.kind()) {
            case PATIENT -> List.of(PurposeOfUse.PATRQT.code());
            case REPRESENTATIVE -> List.of(PurposeOfUse.FAMRQT.code());
            case SYSTEM -> List.of(PurposeOfUse.TREAT.code());
            case STAFF, UNKNOWN -> List.of();
        };
    }
}
