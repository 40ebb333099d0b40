package health.strand.visibility;

import health.strand.access.Confidentiality;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What tells a cell apart beside its patients and class: everything a decision may look at. Resources with the same
 * traits are decided alike by every consent there is now.
 *
 * @param performers who was asked for it or made it, where a right hangs on that
 * @param withheldFromPatientUntil when a withholding from the patient ends, if there is one
 * @param criteria the keys of those conditions in the patients' consents that it meets
 */
record Traits(
        Confidentiality confidentiality,
        SortedSet<String> sensitivities,
        SortedSet<String> performers,
        @Nullable Instant withheldFromPatientUntil,
        SortedSet<String> criteria) {

    private static final String PART = ";";
    private static final String ITEM = " ";
    private static final int PARTS = 5;

    Traits {
        sensitivities = new TreeSet<>(sensitivities);
        performers = new TreeSet<>(performers);
        criteria = new TreeSet<>(criteria);
    }

    /** What every version of a resource has together: the highest confidentiality, every code and every condition. */
    Traits and(Traits other) {
        return new Traits(
                confidentiality.compareTo(other.confidentiality) >= 0 ? confidentiality : other.confidentiality,
                both(sensitivities, other.sensitivities),
                both(performers, other.performers),
                later(withheldFromPatientUntil, other.withheldFromPatientUntil),
                both(criteria, other.criteria));
    }

    /** The same, kept from the patient for as long as the other at least. */
    Traits withheldAs(Traits other) {
        return new Traits(
                confidentiality,
                sensitivities,
                performers,
                later(withheldFromPatientUntil, other.withheldFromPatientUntil),
                criteria);
    }

    private static SortedSet<String> both(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** The one text for these traits, as the database keeps it. */
    String text() {
        return String.join(
                PART,
                confidentiality.code(),
                String.join(ITEM, sensitivities),
                String.join(ITEM, performers),
                withheldFromPatientUntil == null ? "" : withheldFromPatientUntil.toString(),
                String.join(ITEM, criteria));
    }

    /** Reads {@link #text()}; what was stored before there were traits counts as unlabelled, which is most confidential. */
    static Traits parse(String text) {
        String[] parts = text.split(PART, -1);
        if (parts.length != PARTS) {
            return new Traits(Confidentiality.VERY_RESTRICTED, new TreeSet<>(), new TreeSet<>(), null, new TreeSet<>());
        }
        return new Traits(
                Confidentiality.fromCode(parts[0]).orElse(Confidentiality.VERY_RESTRICTED),
                items(parts[1]),
                items(parts[2]),
                parts[3].isEmpty() ? null : Instant.parse(parts[3]),
                items(parts[4]));
    }

    private static SortedSet<String> items(String text) {
        SortedSet<String> items = new TreeSet<>();
        if (!text.isEmpty()) {
            items.addAll(java.util.List.of(text.split(ITEM, -1)));
        }
        return items;
    }

    Traits withCriteria(Collection<String> met) {
        return new Traits(confidentiality, sensitivities, performers, withheldFromPatientUntil, new TreeSet<>(met));
    }
}
