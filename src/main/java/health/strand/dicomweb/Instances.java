package health.strand.dicomweb;

import health.strand.profiles.Canonical;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds DICOM objects for a requester. One is there only if its study, its picture and its file are; a picture of which the
 * file is hidden comes without the address of it.
 */
final class Instances {

    static final String TYPE = "application/dicom";
    private static final String FILE = "Binary/";
    private static final int AT_ONCE = 100;
    static final int MOST_STUDIES = 1_000;
    static final int MOST_INSTANCES = 10_000;

    private final RequestersRecord record;
    private final String fhirBase;

    /** @param fhirBase the address of the FHIR endpoint */
    Instances(RequestersRecord record, String fhirBase) {
        this.record = record;
        this.fhirBase = fhirBase + "/";
    }

    /**
     * Those of the studies that a search finds, in order, and each once.
     *
     * @throws Refused where these are more than are looked through for one request; hidden ones do not count
     */
    List<Instance> of(Map<String, List<String>> query) throws IOException, Refused {
        List<ImagingStudy> studies = studies(query);
        Map<String, Media> pictures = pictures(studies);
        List<Instance> found = new ArrayList<>();
        for (ImagingStudy study : studies) {
            for (ImagingStudySeriesComponent series : study.getSeries()) {
                for (ImagingStudySeriesInstanceComponent each : series.getInstance()) {
                    instance(study, series, each, pictures).forEach(found::add);
                }
            }
        }
        found.sort(Instance.ORDER);
        Set<String> known = new HashSet<>();
        found.removeIf(each -> !known.add(each.key(Level.INSTANCE)));
        return found;
    }

    private List<ImagingStudy> studies(Map<String, List<String>> query) throws IOException, Refused {
        List<ImagingStudy> found = record.search(ImagingStudy.class, query, MOST_STUDIES);
        long instances = found.stream()
                .flatMap(each -> each.getSeries().stream())
                .mapToLong(each -> each.getInstance().size())
                .sum();
        if (found.size() > MOST_STUDIES || instances > MOST_INSTANCES) {
            throw Refused.tooMany();
        }
        return found.stream()
                .filter(each -> !Uid.of(each).isEmpty() && each.getSubject().hasReference())
                .toList();
    }

    private Stream<Instance> instance(
            ImagingStudy study,
            ImagingStudySeriesComponent series,
            ImagingStudySeriesInstanceComponent each,
            Map<String, Media> pictures) {
        Media media = pictures.get(picture(each));
        if (media == null || !isOf(media, study) || !Uid.isOne(Uid.of(each.getUid()))) {
            return Stream.empty();
        }
        String file = file(media);
        return file.isEmpty() ? Stream.empty() : Stream.of(new Instance(study, series, each, media, file));
    }

    /** The id of the picture that an instance names; an empty text where it names none. */
    private static String picture(ImagingStudySeriesInstanceComponent instance) {
        @Nullable Extension named = instance.getExtensionByUrl(Canonical.STORED_PICTURE);
        if (named == null || !(named.getValue() instanceof Reference reference)) {
            return "";
        }
        @Nullable String id = new IdType(reference.getReference()).getIdPart();
        return id == null ? "" : id;
    }

    private static boolean isOf(Media media, ImagingStudy study) {
        return study.getSubject().getReference().equals(media.getSubject().getReference());
    }

    private Map<String, Media> pictures(List<ImagingStudy> studies) throws IOException, Refused {
        List<String> ids = studies.stream()
                .flatMap(study -> study.getSeries().stream())
                .flatMap(series -> series.getInstance().stream())
                .map(Instances::picture)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return byId(Media.class, ids);
    }

    /** Of these those that are there. */
    <T extends Resource> Map<String, T> byId(Class<T> type, List<String> ids) throws IOException, Refused {
        Map<String, T> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (T each : record.search(type, Map.of("_id", List.of(String.join(",", some))), AT_ONCE)) {
                found.put(each.getIdElement().getIdPart(), each);
            }
        }
        return found;
    }

    /** Of a DICOM object in this record; an empty text where it is none, or is not there. */
    private String file(Media media) {
        @Nullable String url = media.getContent().getUrl();
        if (url == null || !TYPE.equals(media.getContent().getContentType())) {
            return "";
        }
        String path = url.startsWith(fhirBase) ? url.substring(fhirBase.length()) : url;
        return path.startsWith(FILE) ? path : "";
    }
}
