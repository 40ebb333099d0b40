package health.strand.dicomweb;

import health.strand.dicom.UnreadableDicom;
import health.strand.dicomweb.StoreResult.Failure;
import health.strand.imaging.MediaTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;

/**
 * Stores objects as they come, those of one study that fit together in one transaction. Whose they are is told by the number
 * in their headers, among the patients the sender may see; a UID is taken only by what the sender may see, too.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.5">PS3.18 section 10.5</a>
 */
final class Storing {

    /** How much of one study is held before it is written. */
    private static final long AT_ONCE = 32L * 1024 * 1024;

    private static final int MOST_BYTES = 100 * 1024 * 1024;
    private static final int MOST_TRIES = 3;
    private static final int MOST_COPIES = 100;

    private final RequestersRecord record;
    private final Instances instances;
    private final StoreResult result;
    private final Map<String, Optional<String>> patients = new HashMap<>();
    private final List<Received> batch = new ArrayList<>();

    Storing(RequestersRecord record, Instances instances, StoreResult result) {
        this.record = record;
        this.instances = instances;
        this.result = result;
    }

    /**
     * Reads all parts and stores what can be stored.
     *
     * @param study the only one that is taken; an empty text for any
     */
    void store(String study, PartsReader parts) throws IOException, Refused {
        while (parts.next()) {
            Optional<Received> received = read(parts);
            if (received.isEmpty()) {
                result.unread();
            } else if (!study.isEmpty() && !study.equals(received.get().study())) {
                result.failed(received.get(), Failure.OTHER_STUDY);
            } else {
                take(received.get());
            }
        }
        write();
    }

    private static Optional<Received> read(PartsReader parts) throws IOException {
        if (!MediaTypes.bare(parts.type()).equals(Instances.TYPE)) {
            return Optional.empty();
        }
        byte[] file = parts.content().readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Received.of(file));
        } catch (UnreadableDicom e) {
            return Optional.empty();
        }
    }

    private void take(Received each) throws IOException, Refused {
        boolean together = batch.isEmpty()
                || batch.get(0).study().equals(each.study())
                        && batch.get(0).patientId().equals(each.patientId())
                        && batch.stream().mapToLong(one -> one.bytes().length).sum() + each.bytes().length <= AT_ONCE;
        if (!together) {
            write();
        }
        batch.add(each);
    }

    private void write() throws IOException, Refused {
        List<Received> all = List.copyOf(batch);
        batch.clear();
        if (!all.isEmpty()) {
            write(all, 1);
        }
    }

    private void write(List<Received> all, int attempt) throws IOException, Refused {
        String study = all.get(0).study();
        List<ImagingStudy> known =
                record.search(ImagingStudy.class, Map.of("identifier", List.of(Uid.token(study))), MOST_COPIES);
        Optional<String> patient = patient(all.get(0).patientId());
        if (patient.isEmpty()
                || known.stream()
                        .anyMatch(
                                each -> !patient.get().equals(each.getSubject().getReference()))) {
            all.forEach(each -> result.failed(each, Failure.NOT_AUTHORIZED));
            return;
        }
        Map<String, byte[]> hashes = hashes(study);
        List<Received> again = new ArrayList<>();
        Map<String, Received> fresh = new LinkedHashMap<>();
        for (Received each : all) {
            if (hashes.containsKey(each.uid()) || fresh.containsKey(each.uid())) {
                again.add(each);
            } else {
                fresh.put(each.uid(), each);
            }
        }
        ImagingStudy target = known.stream()
                .min(Comparator.comparing(each -> each.getIdElement().getIdPart()))
                .orElseGet(() -> StudyWrite.begun(study, patient.get()));
        try {
            if (!fresh.isEmpty()) {
                record.write(new StudyWrite(target, patient.get()).of(List.copyOf(fresh.values())));
            }
        } catch (Refused e) {
            if (e.isConflict() && attempt < MOST_TRIES) {
                write(all, attempt + 1);
                return;
            }
            Failure why = failure(e);
            fresh.values().forEach(each -> result.failed(each, why));
            again.stream().filter(each -> fresh.containsKey(each.uid())).forEach(each -> result.failed(each, why));
            again.removeIf(each -> fresh.containsKey(each.uid()));
            told(again, hashes);
            return;
        }
        fresh.values().forEach(result::stored);
        fresh.forEach((uid, each) -> hashes.put(uid, each.hash()));
        told(again, hashes);
    }

    /** What is there already is not stored again; another of the same name is refused. */
    private void told(List<Received> again, Map<String, byte[]> hashes) {
        for (Received each : again) {
            if (each.isSame(hashes.getOrDefault(each.uid(), new byte[0]))) {
                result.stored(each);
            } else {
                result.failed(each, Failure.DUPLICATE);
            }
        }
    }

    private static Failure failure(Refused refused) throws Refused {
        if (refused.isUnauthenticated()) {
            throw refused;
        }
        if (refused.isForbidden()) {
            return Failure.NOT_AUTHORIZED;
        }
        return refused.isUnavailable() ? Failure.OUT_OF_RESOURCES : Failure.PROCESSING;
    }

    private Map<String, byte[]> hashes(String study) throws IOException, Refused {
        Map<String, byte[]> hashes = new HashMap<>();
        for (Instance each : instances.of(Map.of("identifier", List.of(Uid.token(study))))) {
            byte[] hash = each.media().getContent().getHash();
            hashes.put(each.uid(), hash == null ? new byte[0] : hash);
        }
        return hashes;
    }

    /** The one whom this number names, by the id of the record or by an identifier; nobody where it names several. */
    private Optional<String> patient(String number) throws IOException, Refused {
        Optional<String> known = patients.get(number);
        if (known != null) {
            return known;
        }
        Set<String> named = new TreeSet<>();
        if (number.matches("[A-Za-z0-9.-]{1,64}")) {
            add(named, Map.of("_id", List.of(number)));
        }
        if (!number.isEmpty()) {
            add(named, Map.of("identifier", List.of(number.replaceAll("([\\\\,$|])", "\\\\$1"))));
        }
        Optional<String> one =
                named.size() == 1 ? Optional.of("Patient/" + named.iterator().next()) : Optional.empty();
        patients.put(number, one);
        return one;
    }

    private void add(Set<String> named, Map<String, List<String>> query) throws IOException, Refused {
        record.search(Patient.class, query, 1)
                .forEach(each -> named.add(each.getIdElement().getIdPart()));
    }
}
