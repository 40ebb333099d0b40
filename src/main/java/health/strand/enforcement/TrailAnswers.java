package health.strand.enforcement;

import health.strand.access.PatientId;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.BalpEvent;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Makes the entries of the trail out of what was asked and what is answered: one for each patient, or one about nobody. */
final class TrailAnswers {

    private static final String NOT_SHOWN = "not-shown";
    private static final String UNCHANGED = "unchanged";
    private static final String HIDDEN = "hidden";
    /** They tell of a resource what is recorded of it, and nothing that is in it. */
    private static final Set<String> OF_THE_TRAIL = Set.of("$accounting-of-disclosures", "$emergencies");

    private static final int NOWHERE = -1;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int FIRST_SERVER_ERROR = 500;

    private final AuditTrail trail;
    private final Concerned concerned;
    private final NamedThings named;

    TrailAnswers(AuditTrail trail, Concerned concerned, NamedThings named) {
        this.trail = trail;
        this.concerned = concerned;
        this.named = named;
    }

    /** What goes out to somebody who read, searched or called an operation. */
    List<TrailEntry> shown(Asked asked, @Nullable Resource answer, Actor actor) {
        Deed deed = asked.deed();
        List<Resource> given = shown(answer);
        Map<PatientId, Set<Integer>> cells = cells(given);
        Set<PatientId> shown = new TreeSet<>(cells.keySet());
        shown.addAll(patientsOfEvents(given));
        if (shown.isEmpty() && asked.interaction() == Interaction.OPERATION) {
            // what it says of a resource, without giving it out
            Collection<String> meant = FiledConsent.isFiledBy(asked.operation())
                    ? named.of(asked)
                    : asked.address().stream().toList();
            for (Concerned.Place place : concerned.places(meant)) {
                shown.addAll(place.patients());
                if (!OF_THE_TRAIL.contains(String.valueOf(asked.operation()))) {
                    place.patients().forEach(patient -> cells.put(patient, Set.of(place.cell())));
                }
            }
        }
        Set<PatientId> missed = new TreeSet<>();
        Set<String> meant = NamedThings.patientsInQuery(asked);
        meant.removeIf(each -> shown.contains(new PatientId(each.substring(each.indexOf('/') + 1))));
        missed.addAll(named(meant));
        missed.removeAll(shown);
        List<TrailEntry> entries = new ArrayList<>();
        shown.forEach(
                patient -> entries.add(trail.entry(patient, actor, deed).in(cells.getOrDefault(patient, Set.of()))));
        missed.forEach(patient -> entries.add(trail.entry(patient, actor, deed.ended(Outcome.DONE, NOT_SHOWN))));
        return entries.isEmpty() ? List.of(trail.entry(null, actor, deed)) : entries;
    }

    private Set<PatientId> named(Collection<String> references) {
        Set<PatientId> patients = new TreeSet<>();
        concerned.places(references).forEach(place -> patients.addAll(place.patients()));
        return patients;
    }

    /** Where what is shown of each patient lies. */
    private Map<PatientId, Set<Integer>> cells(List<Resource> shown) {
        Map<PatientId, Set<Integer>> cells = new TreeMap<>();
        concerned
                .cellsOf(shown)
                .forEach((cell, patients) -> patients.forEach(patient ->
                        cells.computeIfAbsent(patient, any -> new TreeSet<>()).add(cell)));
        return cells;
    }

    private static Set<PatientId> patientsOfEvents(List<Resource> shown) {
        Set<PatientId> patients = new TreeSet<>();
        for (Resource each : shown) {
            if (each instanceof AuditEvent event) {
                BalpEvent.patientOf(event).ifPresent(patients::add);
            }
        }
        return patients;
    }

    private static List<Resource> shown(@Nullable Resource answer) {
        return AnsweredResources.in(answer).stream()
                .filter(each -> !(each instanceof OperationOutcome))
                .toList();
    }

    /** A write that was carried out and had nothing to do. */
    List<TrailEntry> unchanged(Asked asked, Actor actor) {
        return about(named(named.of(asked)), asked.deed().ended(Outcome.DONE, UNCHANGED), actor);
    }

    /**
     * What was not done. Whoever is named is told, also when the requester is not told that there is such a thing.
     *
     * @param refusal why the policy said no, in a word; null when it was not asked
     */
    List<TrailEntry> attempted(Asked asked, int status, @Nullable String refusal, Actor actor) {
        List<Concerned.Place> places = concerned.places(named.of(asked));
        Set<PatientId> patients = new TreeSet<>();
        Set<Integer> cells = new TreeSet<>();
        places.forEach(place -> {
            patients.addAll(place.patients());
            cells.add(place.isHidden() ? place.cell() : NOWHERE);
        });
        Deed ended = ended(asked, status, refusal, places);
        // what never was is looked for like what is hidden, and found in no cell
        boolean notThere = refusal == null && (status == NOT_FOUND || status == GONE);
        return about(patients, ended, actor).stream()
                .map(entry -> notThere ? entry.in(cells) : entry)
                .toList();
    }

    private static Deed ended(Asked asked, int status, @Nullable String refusal, List<Concerned.Place> places) {
        Deed deed = asked.deed();
        if (status == NOT_MODIFIED) {
            return deed;
        }
        if (refusal != null || status == FORBIDDEN) {
            return deed.ended(Outcome.REFUSED, refusal == null ? "out-of-reach" : refusal);
        }
        if (status == NOT_FOUND || status == GONE) {
            boolean hidden = places.stream().anyMatch(Concerned.Place::isHidden);
            return hidden ? deed.ended(Outcome.REFUSED, HIDDEN) : deed.ended(Outcome.FAILED, "not-found");
        }
        return status >= FIRST_SERVER_ERROR
                ? deed.ended(Outcome.BROKEN, "failure")
                : deed.ended(Outcome.FAILED, word(status));
    }

    private static String word(int status) {
        return switch (status) {
            case 405, 406, 415 -> "not-offered";
            case 409 -> "conflict";
            case 412, 428 -> "precondition";
            case 422 -> "unprocessable";
            default -> "invalid";
        };
    }

    private List<TrailEntry> about(Collection<PatientId> patients, Deed deed, Actor actor) {
        return patients.isEmpty()
                ? List.of(trail.entry(null, actor, deed))
                : patients.stream()
                        .map(patient -> trail.entry(patient, actor, deed))
                        .toList();
    }
}
