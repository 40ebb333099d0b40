package health.strand.jurisdiction;

import health.strand.access.DataClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has been said so far of a jurisdiction; the last word on a thing holds. */
final class Draft {

    private static final List<DataClass> USED_FOR_TREATMENT = List.of(
            DataClass.IDENTITY,
            DataClass.ADMINISTRATION,
            DataClass.CLINICAL,
            DataClass.SCALP_IMAGE,
            DataClass.FACE_IMAGE,
            DataClass.GENETIC);
    private static final String ALWAYS_GATED = "GDIS";

    /** Up to which birthday something of minors is kept, and whether that was read. */
    record Minors(int birthday, boolean verified) {}

    @Nullable
    String name;

    final Map<DataClass, LegalBasis> treatment = new EnumMap<>(DataClass.class);

    @Nullable
    Set<String> gated;

    @Nullable
    Integer majority;

    @Nullable
    Boolean breakGlass;

    @Nullable
    Boolean absoluteOptOut;

    @Nullable
    RestrictionVisibility restrictions;

    final Map<DataClass, RetentionRule> retention = new EnumMap<>(DataClass.class);
    /** The classes that are kept as the clinical record is, and why. */
    final Map<DataClass, String> asClinical = new EnumMap<>(DataClass.class);

    final Map<DataClass, Minors> minors = new EnumMap<>(DataClass.class);
    final Map<NoticeKind, Notice> notices = new EnumMap<>(NoticeKind.class);
    /** Every statement made, and whether somebody has read what it rests on. */
    final Map<String, Boolean> verified = new TreeMap<>();

    /** All of it; refused while something is missing. */
    Jurisdiction finished() {
        USED_FOR_TREATMENT.forEach(each -> said(treatment.get(each), "treat," + each.code()));
        said(notices.get(NoticeKind.MAJORITY), "notice,majority");
        return new Jurisdiction(
                said(name, "name,"),
                treatment,
                gate(),
                said(majority, "age,majority"),
                said(breakGlass, "may,break-glass"),
                said(absoluteOptOut, "may,absolute-opt-out"),
                said(restrictions, "restriction,"),
                rules(),
                notices,
                unverified());
    }

    private Set<String> gate() {
        Set<String> codes = said(gated, "gated,");
        if (!codes.contains(ALWAYS_GATED)) {
            throw new IllegalArgumentException("`gated,` is without " + ALWAYS_GATED);
        }
        return codes;
    }

    private Map<DataClass, RetentionRule> rules() {
        Map<DataClass, RetentionRule> rules = new EnumMap<>(DataClass.class);
        RetentionRule clinical =
                withMinors(DataClass.CLINICAL, said(retention.get(DataClass.CLINICAL), "keep,clinical"));
        Arrays.stream(DataClass.values()).filter(DataClass::aboutPatients).forEach(each -> {
            String why = asClinical.get(each);
            RetentionRule own = why == null
                    ? said(retention.get(each), "keep," + each.code())
                    : new RetentionRule(
                            clinical.period(),
                            clinical.start(),
                            clinical.minorsUntil(),
                            why,
                            isVerified(each, clinical));
            rules.put(each, each == DataClass.CLINICAL ? clinical : withMinors(each, own));
        });
        return rules;
    }

    private boolean isVerified(DataClass each, RetentionRule clinical) {
        return clinical.verified() && Boolean.TRUE.equals(verified.get("keep " + each.code()));
    }

    private RetentionRule withMinors(DataClass dataClass, RetentionRule rule) {
        Minors until = minors.get(dataClass);
        return until == null ? rule : rule.withMinorsUntil(until.birthday, until.verified);
    }

    private List<String> unverified() {
        List<String> found = new ArrayList<>();
        verified.forEach((statement, read) -> {
            if (!read) {
                found.add(statement);
            }
        });
        return found;
    }

    private static <T> T said(@Nullable T value, String statement) {
        if (value == null) {
            throw new IllegalArgumentException("there is no line for `" + statement + "`");
        }
        return value;
    }
}
