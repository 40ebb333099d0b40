package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says who can see which class of a patient's data at this moment: asks the engine about everybody who holds a role, acts
 * for the patient or is an app or system the clinic knows, by what decisions are compiled from. It keeps no list.
 */
public final class Onlookers {

    private final Pictures pictures;
    private final Cells cells;
    private final Verdicts verdicts;
    private final Clock clock;

    Onlookers(Pictures pictures, Cells cells, Verdicts verdicts, Clock clock) {
        this.pictures = pictures;
        this.cells = cells;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * By class and then by who it is. Of a class of which nothing is there, who would see what is usual in it.
     *
     * @param holdings what is there for whoever asks; nobody learns of more
     */
    public List<Sight> of(PatientId patient, Collection<Holding> holdings) {
        Map<DataClass, List<Cell>> asked = cells(patient, holdings);
        Set<PatientId> patients = new HashSet<>();
        Set<String> performers = new HashSet<>();
        asked.values()
                .forEach(all -> all.forEach(cell -> {
                    patients.addAll(cell.patients());
                    performers.addAll(cell.performers());
                }));
        Picture picture = pictures.of(patients, performers, pictures.staff());
        Sweep sweep = new Sweep(verdicts, picture, patient, clock.instant());
        List<Sight> found = new ArrayList<>();
        asked.forEach((dataClass, some) -> found.addAll(sweep.of(dataClass, some)));
        return found;
    }

    private Map<DataClass, List<Cell>> cells(PatientId patient, Collection<Holding> holdings) {
        Map<DataClass, List<Cell>> found = new EnumMap<>(DataClass.class);
        Arrays.stream(DataClass.values())
                .filter(DataClass::aboutPatients)
                .forEach(each -> found.put(each, List.of(TypicalCell.of(patient, each))));
        holdings.stream()
                .filter(each -> each.dataClass().aboutPatients())
                .forEach(each -> found.put(
                        each.dataClass(),
                        each.cells().stream().map(cells::describe).toList()));
        return found;
    }
}
