package health.strand.visibility;

import health.strand.access.AccessPolicy;
import health.strand.access.DataClass;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.access.Reader;
import health.strand.explanation.Foreseen;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what filing a consent would change: does it, has everything compiled that follows, asks the policies before and after
 * as everybody who could ask, and undoes all of it. Nobody else ever sees it; until it is undone, others who write about the
 * patient wait.
 */
public final class Rehearsal {

    private final TransactionTemplate transaction;
    private final EntityManager entities;
    private final Directives directives;
    private final Recompilation recompilation;
    private final Pictures pictures;
    private final Explanations explanations;
    private final Views views;
    private final Clock clock;
    private final AccessPolicy policy = new AccessPolicy();

    Rehearsal(
            PlatformTransactionManager transactions,
            EntityManager entities,
            Directives directives,
            Recompilation recompilation,
            Pictures pictures,
            Explanations explanations,
            Views views,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.entities = entities;
        this.directives = directives;
        this.recompilation = recompilation;
        this.pictures = pictures;
        this.explanations = explanations;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What is rehearsed.
     *
     * @param filer the reach of whoever would file it
     * @param told the reach of whoever is told; what is not there for them is not counted
     * @param types the types of resources that are counted
     * @param filing files it, in the transaction in which it is called
     */
    public record Scene(PatientId patient, Reach filer, Reach told, Set<String> types, Runnable filing) {}

    /** Does it and undoes it. What filing throws is thrown. */
    public Foreseen of(Scene scene) {
        return Objects.requireNonNull(CurrentKeys.during(
                TransactionKeys.of(scene.filer, List.of()),
                () -> transaction.execute(status -> {
                    try {
                        return play(scene);
                    } finally {
                        status.setRollbackOnly();
                    }
                })));
    }

    private Foreseen play(Scene scene) {
        directives.alone(List.of(scene.patient));
        Look before = look(scene);
        views.hand(scene.filer);
        scene.filing.run();
        entities.flush();
        recompilation.settle();
        Look after = look(scene);
        Set<String> ended = new TreeSet<>(before.consents);
        ended.removeAll(after.consents);
        return new Foreseen(List.copyOf(ended), before.until(after));
    }

    private Look look(Scene scene) {
        Instant now = clock.instant();
        Set<String> consents = new TreeSet<>();
        for (Consent each : directives.stored(scene.patient)) {
            consents.add("Consent/" + each.getIdElement().getIdPart());
        }
        Picture picture = pictures.of(List.of(scene.patient), Set.of(), pictures.staff());
        Map<Long, DataClass> record = views.ofRecord(scene.patient, scene.told, scene.types);
        Look look = new Look(consents, record, new LinkedHashMap<>());
        for (Asker asker : new Askers(picture, scene.patient, now).all()) {
            Reader reader = asker.reader(picture, now);
            Map<DataClass, Boolean> usual = new HashMap<>();
            Arrays.stream(DataClass.values()).filter(DataClass::aboutPatients).forEach(each -> {
                Matter matter = Explanations.usual(scene.patient, each);
                usual.put(each, explanations.permits(asker, picture, matter, now));
            });
            Reach reach = policy.farthest(reader.through(asker.client(), true));
            look.seen.put(asker, new Seen(reader, usual, views.among(record.keySet(), reach)));
        }
        return look;
    }

    /** What somebody sees: of data as it usually is, and of the rows of the record. */
    private record Seen(Reader reader, Map<DataClass, Boolean> usual, Set<Long> rows) {}

    private record Look(Set<String> consents, Map<Long, DataClass> record, Map<Asker, Seen> seen) {

        List<Foreseen.OfReader> until(Look after) {
            List<Foreseen.OfReader> readers = new ArrayList<>();
            after.seen.forEach((asker, now) -> {
                Seen then = seen.getOrDefault(asker, new Seen(now.reader, Map.of(), Set.of()));
                Map<DataClass, Foreseen.OfClass> classes = new TreeMap<>();
                now.usual.keySet().forEach(each -> classes.put(each, ofClass(each, then, now, after)));
                readers.add(new Foreseen.OfReader(now.reader, asker.client(), new TreeMap<>(classes)));
            });
            return readers;
        }

        private Foreseen.OfClass ofClass(DataClass dataClass, Seen then, Seen now, Look after) {
            int newly = 0;
            int noLonger = 0;
            int unchanged = 0;
            Map<Long, DataClass> rows = new HashMap<>(record);
            rows.putAll(after.record);
            for (Map.Entry<Long, DataClass> row : rows.entrySet()) {
                // the consent itself and what bears witness of it are no news
                boolean itself = !record.containsKey(row.getKey()) && row.getValue() == DataClass.PRIVACY;
                if (row.getValue() == dataClass && !itself) {
                    boolean was = then.rows.contains(row.getKey());
                    boolean is = now.rows.contains(row.getKey());
                    newly += is && !was ? 1 : 0;
                    noLonger += was && !is ? 1 : 0;
                    unchanged += was && is ? 1 : 0;
                }
            }
            return new Foreseen.OfClass(
                    then.usual.getOrDefault(dataClass, false),
                    now.usual.getOrDefault(dataClass, false),
                    newly,
                    noLonger,
                    unchanged);
        }
    }
}
