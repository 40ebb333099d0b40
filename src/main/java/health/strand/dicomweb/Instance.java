package health.strand.dicomweb;

import java.util.Comparator;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.Media;

/**
 * One DICOM object of which its study, its picture and its file are there for the requester.
 *
 * @param file where its bytes are, as {@code Binary/id}
 */
record Instance(
        ImagingStudy study,
        ImagingStudySeriesComponent series,
        ImagingStudySeriesInstanceComponent instance,
        Media media,
        String file) {

    /** By their UIDs and nothing else that could tell when they came; ids are random. */
    static final Comparator<Instance> ORDER = Comparator.comparing(Instance::studyUid)
            .thenComparing(Instance::patient)
            .thenComparing(Instance::seriesUid)
            .thenComparing(Instance::uid)
            .thenComparing(each -> each.study.getIdElement().getIdPart());

    String studyUid() {
        return Uid.of(study);
    }

    String seriesUid() {
        return Uid.of(series.getUid());
    }

    String uid() {
        return Uid.of(instance.getUid());
    }

    /** As {@code Patient/id}. */
    String patient() {
        return study.getSubject().getReference();
    }

    /** What is one object at this level: the same UID of another patient is another. */
    String key(Level level) {
        String whole = patient() + " " + studyUid();
        return switch (level) {
            case STUDY -> whole;
            case SERIES -> whole + " " + seriesUid();
            case INSTANCE -> whole + " " + seriesUid() + " " + uid();
        };
    }

    /** Where it is had at this level. */
    String address(String base, Level level) {
        String whole = base + "/studies/" + studyUid();
        return switch (level) {
            case STUDY -> whole;
            case SERIES -> whole + "/series/" + seriesUid();
            case INSTANCE -> whole + "/series/" + seriesUid() + "/instances/" + uid();
        };
    }
}
