package health.strand.visibility;

import health.strand.access.Audience;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
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

    /** Span by span, because what the readers of a span are holds for all cells. */
    List<CompiledCell> compile(List<Cell> cells) {
        List<CompiledCell> compiled = cells.stream().map(CompiledCell::new).toList();
        List<Instant> starts = new ArrayList<>(List.of(now));
        starts.addAll(picture.boundaries(now));
        for (int index = 0; index < starts.size(); index++) {
            // what holds now has held since before the transaction's own clock began
            Instant from = index == 0 ? Instant.EPOCH : starts.get(index);
            Instant until = index + 1 < starts.size() ? starts.get(index + 1) : FOREVER;
            OneSpan span = span(starts.get(index), from, until);
            compiled.forEach(cell -> decide(span, cell));
        }
        return compiled;
    }

    /** What is withheld from a patient for a time is so in a part of one span, and in one cell. */
    private void decide(OneSpan span, CompiledCell cell) {
        Instant shown = cell.cell().withheldFromPatientUntil();
        if (shown == null || !shown.isAfter(span.at) || !shown.isBefore(span.until)) {
            new OneCell(span, cell).decide();
            return;
        }
        new OneCell(span(span.at, span.from, shown), cell).decide();
        new OneCell(span(shown, shown, span.until), cell).decide();
    }

    private OneSpan span(Instant at, Instant from, Instant until) {
        return new OneSpan(at, from, until, new Readers(picture, at), picture.rolesAt(at));
    }

    /** A span in which everybody is decided about as at its beginning. */
    private record OneSpan(
            Instant at, Instant from, Instant until, Readers readers, Map<String, Set<ClinicRole>> roles) {

        Set<ClinicRole> rolesOf(String person) {
            return roles.getOrDefault(person, Set.of());
        }
    }

    /** What is decided about one cell in one span. */
    private final class OneCell {

        private final OneSpan span;
        private final CompiledCell compiled;
        private final Cell cell;

        OneCell(OneSpan span, CompiledCell compiled) {
            this.span = span;
            this.compiled = compiled;
            this.cell = compiled.cell();
        }

        void decide() {
            for (PatientId patient : cell.patients()) {
                grant(
                        Audience.of(patient),
                        ask(OF_PATIENTS, (client, role) -> span.readers.owner(patient, client, role)));
            }
            for (String person : picture.representatives(span.at)) {
                grant(
                        Audience.ofRepresentative(person),
                        ask(OF_PATIENTS, (client, role) -> span.readers.representative(person, client, role)));
            }
            emergencies();
            Map<ClinicRole, Map<String, ClientVerdicts>> people = people();
            for (ClinicRole role : ClinicRole.values()) {
                decide(role, people.getOrDefault(role, Map.of()));
            }
            systems();
        }

        /** Whoever has opened a record has it for nothing but the emergency, and in their own name. */
        private void emergencies() {
            for (String person : picture.openers(span.at)) {
                Set<ClinicRole> treating = Picture.acting(span.rolesOf(person), PurposeOfUse.BTG);
                grant(
                        Audience.inEmergency(person),
                        ask(OF_STAFF, (client, role) -> span.readers.inEmergency(person, treating, client, role)));
            }
        }

        /** The verdicts about single people, under each role they act in. */
        private Map<ClinicRole, Map<String, ClientVerdicts>> people() {
            Map<ClinicRole, Map<String, ClientVerdicts>> found = new EnumMap<>(ClinicRole.class);
            for (String person : picture.individuals()) {
                span.rolesOf(person)
                        .forEach(role -> found.computeIfAbsent(role, any -> new HashMap<>())
                                .put(person, of(person, role.purpose())));
            }
            return found;
        }

        private ClientVerdicts of(String person, PurposeOfUse purpose) {
            Set<ClinicRole> acting = Picture.acting(span.rolesOf(person), purpose);
            return ask(OF_STAFF, (client, role) -> span.readers.person(person, acting, purpose, client, role));
        }

        private void decide(ClinicRole role, Map<String, ClientVerdicts> people) {
            ClientVerdicts anybody = ask(OF_STAFF, (client, app) -> span.readers.anybody(role, client, app));
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
            ClientVerdicts own = ask(OF_OWN_SYSTEMS, span.readers::system);
            if (Audience.openToOwnSystems().contains(cell.dataClass())) {
                exceptTo(Audience.ofOwnSystems(), own);
            } else {
                grant(Audience.ofOwnSystems(), own);
            }
            picture.clients().forEach((client, role) -> {
                if (role != ClientRole.OWN) {
                    Audience audience = new Audience("client/" + client, PurposeOfUse.TREAT);
                    Decision decision = verdicts.of(span.readers.system(client, role), cell, span.at);
                    compiled.rest(audience, "", decision, span.from, span.until);
                    if (decision.permits()) {
                        compiled.grant(audience, "", span.from, span.until);
                    }
                }
            });
        }

        private ClientVerdicts ask(Set<ClientRole> usual, BiFunction<String, ClientRole, Readers.Asked> reader) {
            return ClientVerdicts.of(
                    usual.iterator().next(),
                    picture.clients().keySet(),
                    picture.distinguished(usual),
                    (client, role) -> verdicts.of(reader.apply(client, role), cell, span.at));
        }

        /** Notes by which consents it was decided, also where it says no. */
        private void rest(Audience audience, ClientVerdicts verdict) {
            if (verdict.isOne()) {
                compiled.rest(audience, "", verdict.inAny(), span.from, span.until);
            } else {
                verdict.byClient()
                        .forEach(
                                (client, decision) -> compiled.rest(audience, client, decision, span.from, span.until));
            }
        }

        private void grant(Audience audience, ClientVerdicts verdict) {
            rest(audience, verdict);
            if (verdict.permitsAll()) {
                compiled.grant(audience, "", span.from, span.until);
                return;
            }
            verdict.byClient().forEach((client, decision) -> {
                if (decision.permits()) {
                    compiled.grant(audience, client, span.from, span.until);
                }
            });
        }

        /** Withholds from readers of everybody's record what they are denied. */
        private void exceptTo(Audience audience, ClientVerdicts verdict) {
            rest(audience, verdict);
            if (!verdict.usual()) {
                compiled.withhold(audience, "", span.from, span.until);
            }
            verdict.byClient().forEach((client, decision) -> {
                if (!decision.permits() && verdict.usual()) {
                    compiled.withhold(audience, client, span.from, span.until);
                } else if (decision.permits() && !verdict.usual()) {
                    compiled.grant(audience, client, span.from, span.until);
                }
            });
        }

        /** The same for one holder of a role, who may be denied more than the others, or less. */
        private void exceptTo(Audience audience, ClientVerdicts verdict, ClientVerdicts anybody) {
            if (anybody.permitsAll()) {
                exceptTo(audience, verdict);
            } else {
                if (!verdict.permitsAll()) {
                    compiled.withhold(audience, "", span.from, span.until);
                }
                grant(audience, verdict);
            }
        }
    }
}
