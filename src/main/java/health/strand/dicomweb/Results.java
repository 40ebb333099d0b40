package health.strand.dicomweb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.dicom.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;

/**
 * The answers to a search: what the record says of the objects that are there, counted over these alone.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.6.3">PS3.18 section 10.6.3</a>
 */
final class Results {

    static final int AVAILABILITY = 0x00080056;
    static final int MODALITIES = 0x00080061;
    static final int REFERRER = 0x00080090;
    static final int RETRIEVE_URL = 0x00081190;
    static final int BIRTH_DATE = 0x00100030;
    static final int SEX = 0x00100040;
    static final int STUDY_ID = 0x00200010;
    static final int SERIES_OF_STUDY = 0x00201206;
    static final int INSTANCES_OF_STUDY = 0x00201208;
    static final int INSTANCES_OF_SERIES = 0x00201209;

    private static final int DATE = 10;
    private static final int TIME_FROM = 11;
    private static final int TIME_TO = 19;

    private final Function<String, Person> people;
    private final String base;

    /**
     * @param people who stands behind a reference to a patient
     * @param base the address of this endpoint
     */
    Results(Function<String, Person> people, String base) {
        this.people = people;
        this.base = base;
    }

    /**
     * What matches of these objects, which are in order, at a level.
     *
     * @param instances all there are of each study, over which it is counted
     * @param scope which of them are asked for
     */
    List<ObjectNode> of(List<Instance> instances, Scope scope, Level level, Query query) {
        Map<String, List<Instance>> studies = grouped(instances, Level.STUDY);
        List<ObjectNode> found = new ArrayList<>();
        for (List<Instance> study : studies.values()) {
            for (List<Instance> series : level == Level.STUDY ? List.of(study) : groups(study, Level.SERIES)) {
                for (List<Instance> each : level == Level.INSTANCE ? groups(series, level) : List.of(series)) {
                    if (scope.includes(each.get(0))) {
                        found.add(answer(study, series, each.get(0), level));
                    }
                }
            }
        }
        return found.stream()
                .filter(each -> query.keys().entrySet().stream()
                        .allMatch(key -> key.getValue().isMetBy(each.path(Tag.hex(key.getKey())))))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    private static List<List<Instance>> groups(List<Instance> instances, Level level) {
        return List.copyOf(grouped(instances, level).values());
    }

    private static Map<String, List<Instance>> grouped(List<Instance> instances, Level level) {
        return instances.stream()
                .collect(Collectors.groupingBy(each -> each.key(level), LinkedHashMap::new, Collectors.toList()));
    }

    private ObjectNode answer(List<Instance> study, List<Instance> series, Instance one, Level level) {
        Attributes all = new Attributes();
        study(all, study);
        if (level != Level.STUDY) {
            series(all, series);
        }
        if (level == Level.INSTANCE) {
            instance(all, one);
        }
        return all.text(RETRIEVE_URL, "UR", one.address(base, level)).json();
    }

    private void study(Attributes all, List<Instance> instances) {
        Instance first = instances.get(0);
        ImagingStudy study = first.study();
        String started = study.hasStarted() ? study.getStartedElement().getValueAsString() : "";
        Person person = people.apply(first.patient());
        all.text(Tag.CHARACTER_SET, "CS", "ISO_IR 192")
                .text(Tag.STUDY_DATE, "DA", started.length() < DATE ? "" : digits(started.substring(0, DATE)))
                .text(
                        Tag.STUDY_TIME,
                        "TM",
                        started.length() < TIME_TO ? "" : digits(started.substring(TIME_FROM, TIME_TO)))
                .text(Tag.ACCESSION_NUMBER, "SH", "")
                .text(AVAILABILITY, "CS", "ONLINE")
                .texts(MODALITIES, "CS", modalities(instances))
                .name(REFERRER, "")
                .text(Tag.STUDY_DESCRIPTION, "LO", study.hasDescription() ? study.getDescription() : "")
                .name(Tag.PATIENT_NAME, person.name())
                .text(Tag.PATIENT_ID, "LO", person.id())
                .text(BIRTH_DATE, "DA", person.birthDate())
                .text(SEX, "CS", person.sex())
                .text(Tag.STUDY_INSTANCE, "UI", first.studyUid())
                .text(STUDY_ID, "SH", "")
                .number(SERIES_OF_STUDY, "IS", grouped(instances, Level.SERIES).size())
                .number(INSTANCES_OF_STUDY, "IS", instances.size());
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static SortedSet<String> modalities(List<Instance> instances) {
        return instances.stream()
                .flatMap(each -> code(each.series().getModality()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> code(Coding coding) {
        return coding.hasCode() ? Stream.of(coding.getCode()) : Stream.empty();
    }

    private void series(Attributes all, List<Instance> instances) {
        Instance first = instances.get(0);
        all.text(
                        Tag.MODALITY,
                        "CS",
                        code(first.series().getModality()).findFirst().orElse(""))
                .text(
                        Tag.SERIES_DESCRIPTION,
                        "LO",
                        first.series().hasDescription() ? first.series().getDescription() : "")
                .text(Tag.SERIES_INSTANCE, "UI", first.seriesUid())
                .number(Tag.SERIES_NUMBER, "IS", first.series().getNumber())
                .number(INSTANCES_OF_SERIES, "IS", instances.size());
    }

    private static void instance(Attributes all, Instance one) {
        Media media = one.media();
        Coding sopClass = one.instance().getSopClass();
        all.text(Tag.SOP_CLASS, "UI", sopClass.hasCode() ? Uid.of(sopClass.getCode()) : "")
                .text(Tag.SOP_INSTANCE, "UI", one.uid())
                .number(Tag.INSTANCE_NUMBER, "IS", one.instance().getNumber())
                .number(Tag.FRAMES, "IS", media.getFrames())
                .number(Tag.ROWS, "US", media.getHeight())
                .number(Tag.COLUMNS, "US", media.getWidth());
    }
}
