package health.strand.access;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A consent that takes part in decisions: active, of this clinic, given by somebody who may give it.
 *
 * <p>It takes part while the root's period lasts, whatever periods the provisions in it have; whoever reads a consent
 * that holds from a certain time on writes that time there.
 *
 * @param reference such as {@code Consent/x}
 * @param version of the resource it was read from
 * @param absolute whether not even an emergency opens what it denies
 */
public record ConsentDirective(
        String reference,
        String version,
        PatientId patient,
        boolean absolute,
        Provision root,
        Readability readability) {

    /**
     * A consent that cannot be evaluated (rule E5). What it says of emergencies is unknown too, so one that denies
     * denies these as well.
     */
    public static ConsentDirective unreadable(String reference, String version, PatientId patient, boolean denies) {
        return denies
                ? new ConsentDirective(
                        reference, version, patient, true, Provision.of(Effect.DENY), Readability.UNREADABLE_DENYING)
                : new ConsentDirective(
                        reference,
                        version,
                        patient,
                        false,
                        Provision.of(Effect.PERMIT),
                        Readability.UNREADABLE_PERMITTING);
    }

    /** Every condition on data a decision about this consent can ask for; nothing else is asked of matter. */
    public Set<DataCriterion> criteria() {
        Set<DataCriterion> criteria = new LinkedHashSet<>();
        EffectiveProvision.root(root).forEach(each -> each.forEachCriterion(criteria::add));
        return Set.copyOf(criteria);
    }

    /** Whether anything in it is meant to hold in emergencies too: all it denies, or a deny that names them (section 3.4). */
    public boolean speaksOfEmergencies() {
        AtomicBoolean speaks = new AtomicBoolean(absolute);
        EffectiveProvision.root(root).forEach(each -> {
            if (each.deniesInEmergencies()) {
                speaks.set(true);
            }
        });
        return speaks.get();
    }

    /** Every reference and identifier by which it names somebody. */
    public Set<String> actorReferences() {
        Set<String> references = new LinkedHashSet<>();
        EffectiveProvision.root(root)
                .forEach(each -> each.actors().forEach(actor -> {
                    references.add(actor.reference());
                    references.addAll(actor.identifiers());
                }));
        return Set.copyOf(references);
    }

    /** How many provisions it has, the root and all below it. */
    public int provisions() {
        AtomicInteger count = new AtomicInteger();
        EffectiveProvision.root(root).forEach(each -> count.incrementAndGet());
        return count.get();
    }

    /** Every instant at which its word can change. */
    public SortedSet<Instant> boundaries() {
        SortedSet<Instant> boundaries = new TreeSet<>();
        EffectiveProvision.root(root).forEach(each -> addBounds(each.period(), boundaries));
        return boundaries;
    }

    /**
     * As much of it as means this reader at this moment, for whoever asks about much data at once: every decision is the
     * same, though the provisions in it are not found in their former places.
     */
    public ConsentDirective heardBy(Reader reader, Instant at) {
        Provision heard = new Hearer(reader, at).heard(EffectiveProvision.root(root));
        return heard == root ? this : new ConsentDirective(reference, version, patient, absolute, heard, readability);
    }

    private static void addBounds(@Nullable Span span, Set<Instant> boundaries) {
        if (span == null) {
            return;
        }
        if (span.start() != null) {
            boundaries.add(span.start());
        }
        if (span.end() != null) {
            boundaries.add(span.end());
        }
    }
}
