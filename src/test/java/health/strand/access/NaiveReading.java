package health.strand.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two naive evaluators together, for tests of other rooms: whether somebody may read something. */
public final class NaiveReading {

    private static final RandomTables SHIPPED = RandomTables.shipped();

    private NaiveReading() {}

    /** Whether one of the requester's tokens can reach the class at all. */
    public static boolean reaches(Requester requester, DataClass dataClass) {
        return new NaiveAccess(requester, List.of()).readable().contains(dataClass.number());
    }

    /** Whether the rules let the reader see it at an instant. */
    public static boolean permits(Reader reader, ResourceFacts facts, List<ConsentDirective> consents, Instant at) {
        boolean leaves = reader.clientRole() == ClientRole.RECIPIENT || reader.clientRole() == ClientRole.PATIENT_APP;
        Action asked = leaves ? Action.DISCLOSE : Action.ACCESS;
        return new NaiveDecision(SHIPPED.rights(), Set.of("GDIS"), true, reader, facts, asked, consents, at)
                .answer()
                .equals("permit");
    }

    /** A requester with every scope there is. */
    public static Requester requester(
            RequesterKind kind,
            String person,
            @Nullable PatientId own,
            Set<ClinicRole> roles,
            ClientRole client,
            boolean strong) {
        ScopeContext context = kind == RequesterKind.SYSTEM ? ScopeContext.SYSTEM : ScopeContext.USER;
        return new Requester(
                "subject",
                person,
                "client",
                client,
                TokenPurpose.none(),
                kind,
                own == null ? Set.of() : Set.of(own),
                null,
                roles,
                new Scopes(List.of(Requesters.everything(context))),
                strong ? Assurance.STRONG : Assurance.BASIC,
                Set.of());
    }
}
