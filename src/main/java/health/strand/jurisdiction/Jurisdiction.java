package health.strand.jurisdiction;

import health.strand.access.DataClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the law of a place asks of the record.
 *
 * @param treatment on what treatment may use each class it uses
 * @param gated sensitivity codes that are opened by a consent that names them, and by nothing else
 * @param majority the age at which patients decide for themselves
 * @param breakGlass whether somebody may look in an emergency into what they do not see
 * @param absoluteOptOut whether a patient may keep something even from those
 * @param retention for every class of data about patients
 * @param unverified the statements nobody has read the law for, as {@code what of}; to be checked by a lawyer
 */
public record Jurisdiction(
        String name,
        Map<DataClass, LegalBasis> treatment,
        Set<String> gated,
        int majority,
        boolean breakGlass,
        boolean absoluteOptOut,
        RestrictionVisibility restrictions,
        Map<DataClass, RetentionRule> retention,
        Map<NoticeKind, Notice> notices,
        List<String> unverified) {

    public Jurisdiction {
        treatment = Map.copyOf(treatment);
        gated = Set.copyOf(gated);
        retention = Map.copyOf(retention);
        notices = Map.copyOf(notices);
        unverified = List.copyOf(unverified);
    }

    /** How long a class of data is kept; empty for what is about no patient. */
    public Optional<RetentionRule> retention(DataClass dataClass) {
        return Optional.ofNullable(retention.get(dataClass));
    }

    /** The time the clinic has for something; empty where none is known. */
    public Optional<Notice> notice(NoticeKind kind) {
        return Optional.ofNullable(notices.get(kind));
    }

    /** The same, with another rule for a class of data. */
    public Jurisdiction keeping(DataClass dataClass, RetentionRule rule) {
        Map<DataClass, RetentionRule> rules = new EnumMap<>(retention);
        rules.put(dataClass, rule);
        return new Jurisdiction(
                name, treatment, gated, majority, breakGlass, absoluteOptOut, restrictions, rules, notices, unverified);
    }
}
