package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says whether a picture may be taken into the record, by the consents and the people there are in the transaction that
 * writes it. Pictures are told by the class of the cell they were put into.
 */
public final class Collecting {

    private static final Set<DataClass> PICTURES = EnumSet.of(DataClass.SCALP_IMAGE, DataClass.FACE_IMAGE);

    private static final String THERE =
            "select count(*) from hfj_resource where res_type = 'Patient' and fhir_id = any (?) and res_deleted_at is null";

    private final JdbcTemplate database;
    private final Cells cells;
    private final Pictures pictures;
    private final Verdicts verdicts;
    private final Clock clock;

    Collecting(DataSource requests, Cells cells, Pictures pictures, Verdicts verdicts, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.cells = cells;
        this.pictures = pictures;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * Who takes something in.
     *
     * @param person such as {@code Practitioner/x}; empty for a back end
     * @param purpose the one the token names; null when it names none
     */
    public record Taker(
            String person, String client, @Nullable PurposeOfUse purpose) {}

    /**
     * A picture that may not be taken in.
     *
     * @param purpose the first one that nothing covers
     * @param isTold whether every patient it is about is there for the taker, who may then be told
     */
    public record Uncovered(PurposeOfUse purpose, boolean isTold) {}

    /** Where it lies, if it is a picture of somebody; one that lies elsewhere later is to be asked about again. */
    public OptionalInt cellOfPicture(Resource written) {
        OptionalInt cell = CellAssignment.of(written);
        boolean picture = cell.isPresent()
                && cell.getAsInt() >> Cells.CLASS_BITS != 0
                && DataClass.fromNumber(cell.getAsInt() & Cells.CLASSES)
                        .filter(PICTURES::contains)
                        .isPresent();
        return picture ? cell : OptionalInt.empty();
    }

    /** What keeps a picture out; empty when each purpose is covered. */
    public Optional<Uncovered> uncovered(int cell, Taker taker, Set<PurposeOfUse> purposes) {
        Cell picture = cells.describe(cell);
        List<String> people = taker.person().isEmpty() ? List.of() : List.of(taker.person());
        Picture known = pictures.of(picture.patients(), picture.performers(), people);
        Instant now = clock.instant();
        return purposes.stream()
                .sorted()
                .filter(each -> !isCovered(picture, known, taker, each, now))
                .findFirst()
                .map(each -> new Uncovered(each, areThere(picture.patients())));
    }

    private boolean isCovered(Cell picture, Picture known, Taker taker, PurposeOfUse purpose, Instant now) {
        PatientId patient = picture.patients().iterator().next();
        for (Asker asker : new Askers(known, patient, now).of(taker.person(), taker.client(), taker.purpose())) {
            Reader reader = asker.reader(known, now);
            if (verdicts.collects(reader, picture, purpose, known.directives(), now)) {
                return true;
            }
        }
        return false;
    }

    private boolean areThere(Set<PatientId> patients) {
        Integer there = database.queryForObject(THERE, Integer.class, (Object) PatientTexts.array(patients));
        return there != null && there == patients.size();
    }
}
