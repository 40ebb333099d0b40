package health.strand.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws requesters, demands and facts from a small world, so that they meet often. */
final class RandomRequests {

    static final List<PatientId> PATIENTS = List.of(new PatientId("p1"), new PatientId("p2"), new PatientId("p3"));
    static final List<SearchRestriction> FACTS = List.of(
            new SearchRestriction("category", "a"),
            new SearchRestriction("category", "b"),
            new SearchRestriction("code", "x"));
    private static final List<String> TYPES =
            NaiveAccess.TYPES.keySet().stream().sorted().toList();

    private static final List<ClinicRole> MANY_RIGHTS =
            List.of(ClinicRole.SURGEON, ClinicRole.NURSE, ClinicRole.BILLING, ClinicRole.PRIVACY_OFFICER);

    private final Random random;

    RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    Requester requester() {
        RequesterKind kind = one(List.of(
                RequesterKind.STAFF,
                RequesterKind.STAFF,
                RequesterKind.STAFF,
                RequesterKind.PATIENT,
                RequesterKind.PATIENT,
                RequesterKind.REPRESENTATIVE,
                RequesterKind.SYSTEM,
                RequesterKind.UNKNOWN));
        return Requesters.requester(
                kind,
                some(PATIENTS, 2),
                random.nextInt(3) == 0 ? null : one(PATIENTS),
                some(random.nextBoolean() ? MANY_RIGHTS : List.of(ClinicRole.values()), 3),
                new Scopes(IntStream.range(0, random.nextInt(5))
                        .mapToObj(each -> scope())
                        .toList()),
                random.nextInt(4) > 0);
    }

    Scope scope() {
        Set<Permission> permissions = EnumSet.of(one(List.of(Permission.READ, Permission.SEARCH, Permission.CREATE)));
        permissions.addAll(some(List.of(Permission.values()), 9));
        return new Scope(
                one(List.of(ScopeContext.PATIENT, ScopeContext.USER, ScopeContext.USER, ScopeContext.SYSTEM)),
                random.nextInt(3) > 0 ? Scope.ANY_TYPE : one(TYPES),
                permissions,
                random.nextBoolean() ? List.of() : List.copyOf(facts()));
    }

    List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (int left = 1 + random.nextInt(2) * random.nextInt(3); left > 0; left--) {
            demands.add(
                    new Demand(one(TYPES), random.nextBoolean() ? Permission.READ : one(List.of(Permission.values()))));
        }
        return demands;
    }

    DataClass classOf(Demand demand) {
        List<Integer> possible = NaiveAccess.classes(demand);
        return DataClass.values()[possible.isEmpty() ? 4 : one(possible)];
    }

    Set<PatientId> patients() {
        return some(PATIENTS, 2);
    }

    Set<SearchRestriction> facts() {
        return some(FACTS, 3);
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> Set<T> some(List<T> from, int atMost) {
        Set<T> some = new HashSet<>();
        for (int left = random.nextInt(atMost + 1); left > 0; left--) {
            some.add(one(from));
        }
        return some;
    }
}
