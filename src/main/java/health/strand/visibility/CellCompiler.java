package health.strand.visibility;

import health.strand.access.Audience;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Turns decisions into grants: for each span in which nothing changes, asks the engine about everybody who could see a
 * cell. It holds no rule; what it knows is who must be asked about one by one, and who together.
 *
 * <p>People are asked about one by one when they treat the patients or a consent means them. Everybody else is a holder
 * of a role, and holders of a role are decided alike. An app is asked about by itself when a consent means it.
 */
final class CellCompiler {

    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    /** Staff see in an app that works for the clinic what they see in the clinic's own; the first stands for both. */
    private static final Set<ClientRole> OF_STAFF =
            Collections.unmodifiableSet(EnumSet.of(ClientRole.OWN, ClientRole.PROCESSOR));

    private static final Set<ClientRole> OF_PATIENTS = Set.of(ClientRole.PATIENT_APP);
    private static final Set<ClientRole> OF_OWN_SYSTEMS = Set.of(ClientRole.OWN);

    private final Verdicts verdicts;
    private final Picture picture;
    private final Instant now;

    CellCompiler(Verdicts verdicts, Picture picture, Instant now) {
        this.verdicts = verdicts;
        this.picture = picture;
        this.now = now;
    }

    CompiledCell compile(Cell cell) {
        CompiledCell compiled = new CompiledCell(cell);
        List<Instant> starts = new ArrayList<>(List.of(now));
        starts.addAll(picture.boundaries(now));
        for (int index = 0; index < starts.size(); index++) {
            // what holds now has held since before the transaction's own clock began
            Instant from = index == 0 ? Instant.EPOCH : starts.get(index);
            Instant until = index + 1 < starts.size() ? starts.get(index + 1) : FOREVER;
            new OneSpan(compiled, starts.get(index), from, until).decide();
        }
        return compiled;
    }

    /** A span in which everybody is decided about as at its beginning. */
    private final class OneSpan {

        private final CompiledCell compiled;
        private final Cell cell;
        private final Instant at;
        private final Instant from;
        private final Instant until;
        private final Readers readers;

        OneSpan(CompiledCell compiled, Instant at, Instant from, Instant until) {
            this.compiled = compiled;
            this.cell = compiled.cell();
            this.at = at;
            this.from = from;
            this.until = until;
            this.readers = new Readers(picture, at);
        }

        void decide() {
            for (PatientId patient : cell.patients()) {
                grant(Audience.of(patient), ask(OF_PATIENTS, (client, role) -> readers.owner(patient, client, role)));
            }
            for (String person : picture.representatives(at)) {
                grant(
                        Audience.ofRepresentative(person),
                        ask(OF_PATIENTS, (client, role) -> readers.representative(person, client, role)));
            }
            Map<ClinicRole, Map<String, ClientVerdicts>> people = people();
            for (ClinicRole role : ClinicRole.values()) {
                decide(role, people.getOrDefault(role, Map.of()));
            }
            systems();
        }

        /** The verdicts about single people, under each role they act in. */
        private Map<ClinicRole, Map<String, ClientVerdicts>> people() {
            Map<ClinicRole, Map<String, ClientVerdicts>> found = new EnumMap<>(ClinicRole.class);
            for (String person : picture.individuals()) {
                picture.rolesOf(person, at)
                        .forEach(role -> found.computeIfAbsent(role, any -> new HashMap<>())
                                .put(person, of(person, role.purpose())));
            }
            return found;
        }

        private ClientVerdicts of(String person, PurposeOfUse purpose) {
            Set<ClinicRole> acting = EnumSet.noneOf(ClinicRole.class);
            picture.rolesOf(person, at).stream()
                    .filter(role -> role.purpose() == purpose)
                    .forEach(acting::add);
            return ask(OF_STAFF, (client, role) -> readers.person(person, acting, purpose, client, role));
        }

        private void decide(ClinicRole role, Map<String, ClientVerdicts> people) {
            ClientVerdicts anybody = ask(OF_STAFF, (client, app) -> readers.anybody(role, client, app));
            if (role.readsOfEverybody().contains(cell.dataClass())) {
                exceptTo(Audience.of(role), anybody);
                people.forEach((person, verdict) -> exceptTo(new Audience(person, role.purpose()), verdict, anybody));
                return;
            }
            boolean someDenied = people.values().stream().anyMatch(verdict -> !verdict.permitsAll());
            if (anybody.permitsAny() && someDenied) {
                // the role as a whole cannot be granted what one of its holders is denied
                compiled.dependOn("role/" + role.code());
                picture.holders(role)
                        .forEach(person -> grant(
                                new Audience(person, role.purpose()),
                                people.getOrDefault(person, of(person, role.purpose()))));
                return;
            }
            grant(Audience.of(role), anybody);
            people.forEach((person, verdict) -> grant(new Audience(person, role.purpose()), verdict));
        }

        private void systems() {
            ClientVerdicts own = ask(OF_OWN_SYSTEMS, readers::system);
            if (Audience.openToOwnSystems().contains(cell.dataClass())) {
                exceptTo(Audience.ofOwnSystems(), own);
            } else {
                grant(Audience.ofOwnSystems(), own);
            }
            picture.clients().forEach((client, role) -> {
                if (role != ClientRole.OWN
                        && verdicts.permits(readers.system(client, role), cell, picture.directives(), at)) {
                    compiled.grant(new Audience("client/" + client, PurposeOfUse.TREAT), "", from, until);
                }
            });
        }

        private ClientVerdicts ask(Set<ClientRole> usual, BiFunction<String, ClientRole, Reader> reader) {
            return ClientVerdicts.of(
                    usual.iterator().next(),
                    picture.clients().keySet(),
                    picture.distinguished(usual),
                    (client, role) -> verdicts.permits(reader.apply(client, role), cell, picture.directives(), at));
        }

        private void grant(Audience audience, ClientVerdicts verdict) {
            if (verdict.permitsAll()) {
                compiled.grant(audience, "", from, until);
                return;
            }
            verdict.byClient().forEach((client, permitted) -> {
                if (permitted) {
                    compiled.grant(audience, client, from, until);
                }
            });
        }

        /** Withholds from readers of everybody's record what they are denied. */
        private void exceptTo(Audience audience, ClientVerdicts verdict) {
            if (!verdict.usual()) {
                compiled.withhold(audience, "", from, until);
            }
            verdict.byClient().forEach((client, permitted) -> {
                if (!permitted && verdict.usual()) {
                    compiled.withhold(audience, client, from, until);
                } else if (permitted && !verdict.usual()) {
                    compiled.grant(audience, client, from, until);
                }
            });
        }

        /** The same for one holder of a role, who may be denied more than the others, or less. */
        private void exceptTo(Audience audience, ClientVerdicts verdict, ClientVerdicts anybody) {
            if (anybody.permitsAll()) {
                exceptTo(audience, verdict);
            } else {
                if (!verdict.permitsAll()) {
                    compiled.withhold(audience, "", from, until);
                }
                grant(audience, verdict);
            }
        }
    }
}
