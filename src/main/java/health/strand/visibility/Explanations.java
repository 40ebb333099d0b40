package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.careteam.Affiliation;
import health.strand.careteam.Affiliations;
import health.strand.explanation.Decisions;
import health.strand.explanation.Explainer;
import health.strand.explanation.Explanation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Explains decisions about stored data by the picture they are compiled from. Within a transaction that has keys. */
public final class Explanations {

    private final Pictures pictures;
    private final Directives directives;
    private final Cells cells;
    private final Affiliations affiliations;
    private final Decisions decisions;
    private final Explainer explainer;
    private final Clock clock;

    Explanations(
            Pictures pictures,
            Directives directives,
            Cells cells,
            Affiliations affiliations,
            Verdicts verdicts,
            Decisions decisions,
            Clock clock) {
        this.pictures = pictures;
        this.directives = directives;
        this.cells = cells;
        this.affiliations = affiliations;
        this.decisions = decisions;
        this.explainer = new Explainer(decisions, verdicts::gatedCodes);
        this.clock = clock;
    }

    /**
     * Who is asked about.
     *
     * @param who a person, or a body all of whose members are meant; empty for a back end
     * @param client the app used, or the back end
     * @param purpose null for every purpose that the person acts for
     * @param action null for reading
     */
    public record Who(
            String who,
            String client,
            @Nullable PurposeOfUse purpose,
            @Nullable Action action) {}

    /** A stored resource of the patient as decisions see it; empty when there is none such. */
    public Optional<Matter> stored(PatientId patient, String type, String id) {
        OptionalInt cell = cells.current(type, id);
        return cell.isPresent() && cell.getAsInt() >> Cells.CLASS_BITS != 0
                ? Optional.<Matter>of(cells.describe(cell.getAsInt()))
                        .filter(found -> found.patients().contains(patient))
                : Optional.empty();
    }

    /** Data of a class with the labels that such data usually has, and nothing else that a consent could tell it by. */
    public static Matter usual(PatientId patient, DataClass dataClass) {
        return new Cell(dataClass.number(), Set.of(patient), dataClass, traits(dataClass));
    }

    private static Traits traits(DataClass dataClass) {
        boolean restricted = switch (dataClass) {
            case GENETIC, SCALP_IMAGE, FACE_IMAGE, AUDIT -> true;
            case REGISTRY, IDENTITY, ADMINISTRATION, BILLING, CLINICAL, PRIVACY, MARKETING, RESEARCH, CONFORMANCE ->
                false;
        };
        Set<String> sensitivities = switch (dataClass) {
            case GENETIC -> Set.of("GDIS");
            case FACE_IMAGE -> Set.of("IDS");
            default -> Set.of();
        };
        return new Traits(
                restricted ? Confidentiality.RESTRICTED : Confidentiality.NORMAL,
                new TreeSet<>(sensitivities),
                new TreeSet<>(),
                null,
                new TreeSet<>());
    }

    /** What is decided about somebody, once for each purpose; a body's members one by one. */
    public List<Explanation> explain(PatientId patient, Who who, Matter matter) {
        Instant now = clock.instant();
        List<String> people = people(who.who(), now);
        Picture picture = picture(matter, people);
        List<Explanation> found = new ArrayList<>();
        for (String person : people) {
            new Askers(picture, patient, now)
                    .of(person, who.client(), who.purpose())
                    .forEach(asker -> found.add(explain(asker, picture, matter, who.action(), now)));
        }
        return found;
    }

    /** What is decided about everybody who could ask, the patient first. */
    public List<Explanation> sweep(PatientId patient, Matter matter) {
        Instant now = clock.instant();
        Picture picture = picture(matter, pictures.staff());
        return new Askers(picture, patient, now)
                .all().stream()
                        .map(asker -> explain(asker, picture, matter, null, now))
                        .toList();
    }

    private Picture picture(Matter matter, Collection<String> people) {
        Picture picture = pictures.of(matter.patients(), matter.performers(), people);
        return picture.with(directives.versioned(picture.directives()));
    }

    private Explanation explain(Asker asker, Picture picture, Matter matter, @Nullable Action action, Instant now) {
        return explainer.explain(
                asker.inquiry(picture, matter, action, now),
                at -> asker.inquiry(picture, matter, action, at),
                boundaries(picture, matter, now));
    }

    private static SortedSet<Instant> boundaries(Picture picture, Matter matter, Instant now) {
        SortedSet<Instant> all = picture.boundaries(now);
        Instant shown = matter.withheldFromPatientUntil();
        if (shown != null && shown.isAfter(now)) {
            all.add(shown);
        }
        return all;
    }

    /** Whether somebody would see data of a class. */
    boolean permits(Asker asker, Picture picture, Matter matter, Instant now) {
        return decisions.permits(asker.inquiry(picture, matter, null, now));
    }

    private List<String> people(String who, Instant now) {
        boolean single = who.isEmpty()
                || who.startsWith("Practitioner/")
                || who.startsWith("Patient/")
                || who.startsWith("RelatedPerson/");
        return single
                ? List.of(who)
                : affiliations.within(List.of(who)).stream()
                        .filter(each -> !each.starts().isAfter(now) && now.isBefore(each.until()))
                        .map(Affiliation::member)
                        .filter(each -> each.startsWith("Practitioner/"))
                        .distinct()
                        .sorted()
                        .toList();
    }
}
