package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicomweb.DicomFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws requests of DICOMweb for studies, series and instances that are there, are hidden or never were. */
final class DicomGrammar {

    private static final String ROOT = "/dicomweb/studies";
    private static final String ROW = "L47";

    /** One of the world, whether or not its study, its picture and its file are there. */
    private record Uids(String study, String series, String instance) {

        String path() {
            return ROOT + "/" + study + "/series/" + series + "/instances/" + instance;
        }
    }

    private final Words words;
    private final Model model;

    DicomGrammar(Model model) {
        this.words = model.words();
        this.model = model;
    }

    Ask one() {
        Uids uids = uids();
        String study = ROOT + "/" + uids.study();
        String series = study + "/series/" + uids.series();
        String whole = words.one(List.of(study, series, uids.path(), uids.path()));
        return switch (words.below(8)) {
            case 0, 1 -> search(words.one(List.of(ROOT, "/dicomweb/series", "/dicomweb/instances")));
            case 2 -> search(words.one(List.of(study + "/series", study + "/instances", series + "/instances")));
            case 3 -> json(whole + "/metadata");
            case 4 -> get(uids.path() + "/frames/" + words.one(List.of("1", "1", "2", "1,1")), "multipart/related");
            case 5 ->
                get(
                        uids.path() + words.one(List.of("/rendered", "/frames/1/rendered", "/rendered?viewport=1,1")),
                        words.one(List.of("image/png", "image/jpeg")));
            default -> get(whole, words.one(List.of("multipart/related; type=\"application/dicom\"", "*/*")));
        };
    }

    private Ask search(String path) {
        String query = switch (words.below(8)) {
            case 0 -> "";
            case 1 -> "?limit=" + (1 + words.below(3)) + "&offset=" + words.below(3);
            case 2 -> "?StudyInstanceUID=" + uids().study();
            case 3 -> "?PatientID=" + model.reference("Patient").substring("Patient/".length());
            case 4 -> "?PatientName=" + model.text() + "*";
            case 5 ->
                "?StudyDate=" + words.one(List.of("20250101-", "-20251231", "20240101-20270101", day(), day() + "-"));
            case 6 -> "?ModalitiesInStudy=" + words.one(List.of("XC", "GM", "CT"));
            default -> "?StudyDescription=" + model.text() + "&includefield=all";
        };
        return json(path + query);
    }

    private String day() {
        return words.date().replace("-", "");
    }

    private static Ask json(String path) {
        return get(path, "application/dicom+json");
    }

    private static Ask get(String path, String accept) {
        return Ask.get(path).with("Accept", accept).in(ROW);
    }

    /** Something new, or under a UID that is taken; and what there is of it then. */
    List<Ask> storing() {
        Uids taken = uids();
        Uids uids = switch (words.below(3)) {
            case 0 -> new Uids(words.uid(), words.uid(), words.uid());
            case 1 -> new Uids(taken.study(), taken.series(), words.uid());
            default -> taken;
        };
        String patient = model.reference("Patient").substring("Patient/".length());
        byte[] file = DicomFiles.header(uids.study(), uids.series(), uids.instance(), patient);
        String body = "--mark\r\nContent-Type: application/dicom\r\n\r\n" + new String(file, StandardCharsets.US_ASCII)
                + "\r\n--mark--";
        Ask store = new Ask(ROW, "POST", ROOT, Map.of(), body)
                .with("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=mark")
                .with("Accept", "application/dicom+json");
        return List.of(
                store,
                json(ROOT + "?StudyInstanceUID=" + uids.study()),
                json(ROOT + "/" + uids.study() + "/metadata"),
                get(uids.path(), "application/dicom"));
    }

    private Uids uids() {
        List<StoredRecord> studies = model.some("ImagingStudy");
        if (studies.isEmpty() || words.chance(6)) {
            return new Uids(words.uid(), words.uid(), words.uid());
        }
        JsonNode study = words.one(studies).body();
        JsonNode series = words.one(all(study.path("series")));
        return new Uids(
                study.at("/identifier/0/value").asText().replace("urn:oid:", ""),
                series.path("uid").asText(),
                words.one(all(series.path("instance"))).path("uid").asText());
    }

    private static List<JsonNode> all(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
