package health.strand.dicomweb;

import health.strand.dicom.DataSet;
import health.strand.dicom.Tag;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Media.MediaStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Says as one FHIR transaction that objects of one study are to be stored: for each its file and its picture. */
final class StudyWrite {

    private static final String SOP_CLASS_SYSTEM = "urn:ietf:rfc:3986";

    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private final ImagingStudy study;
    private final String patient;

    /**
     * @param study as it is, or one without an id that is to be made
     * @param patient as {@code Patient/id}
     */
    StudyWrite(ImagingStudy study, String patient) {
        this.study = study;
        this.patient = patient;
    }

    /** A study that the record does not have yet. */
    static ImagingStudy begun(String uid, String patient) {
        ImagingStudy study =
                new ImagingStudy().setStatus(ImagingStudyStatus.AVAILABLE).setSubject(new Reference(patient));
        study.addIdentifier().setSystem(Uid.SYSTEM).setValue(Uid.urn(uid));
        return study;
    }

    /** The transaction that stores these, of which the study has none yet. */
    Bundle of(List<Received> received) {
        for (Received each : received) {
            String file = add(new Binary()
                    .setContentType(Instances.TYPE)
                    .setSecurityContext(new Reference(patient))
                    .setData(each.bytes()));
            list(each, add(picture(each, file)));
        }
        study.setNumberOfSeries(study.getSeries().size());
        study.setNumberOfInstances(study.getSeries().stream()
                .mapToInt(each -> each.getInstance().size())
                .sum());
        if (study.hasId()) {
            transaction
                    .addEntry()
                    .setResource(study)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl("ImagingStudy/" + study.getIdElement().getIdPart())
                    .setIfMatch("W/\"" + study.getMeta().getVersionId() + "\"");
        } else {
            add(study);
        }
        return transaction;
    }

    /** @return what refers to it within the transaction */
    private String add(Resource resource) {
        String fullUrl = "urn:uuid:" + UUID.randomUUID();
        transaction
                .addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return fullUrl;
    }

    /** The day, without a time: the header seldom says in which zone that is. */
    private static Optional<DateTimeType> day(DataSet data) {
        try {
            LocalDate day = LocalDate.parse(data.text(Tag.STUDY_DATE), DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(new DateTimeType(day.toString()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Media picture(Received each, String file) {
        DataSet data = each.data();
        Media media = new Media().setStatus(MediaStatus.COMPLETED).setSubject(new Reference(patient));
        media.addIdentifier().setSystem(Uid.SYSTEM).setValue(Uid.urn(each.uid()));
        data.number(Tag.ROWS).filter(rows -> rows > 0).ifPresent(media::setHeight);
        data.number(Tag.COLUMNS).filter(columns -> columns > 0).ifPresent(media::setWidth);
        data.number(Tag.FRAMES).filter(frames -> frames > 0).ifPresent(media::setFrames);
        day(data).ifPresent(media::setCreated);
        String recognizable = data.text(Tag.RECOGNIZABLE);
        if ("YES".equals(recognizable) || "NO".equals(recognizable)) {
            media.addExtension(
                    Canonical.STRUCTURE + "recognizable-visual-features", new BooleanType("YES".equals(recognizable)));
        }
        media.getContent()
                .setContentType(Instances.TYPE)
                .setUrl(file)
                .setSize(each.bytes().length)
                .setHash(each.hash())
                .setTitle("DICOM object");
        return media;
    }

    private void list(Received each, String picture) {
        ImagingStudySeriesComponent series = series(each);
        // one that was only listed so far is kept here from now on
        ImagingStudySeriesInstanceComponent instance = series.getInstance().stream()
                .filter(known -> Uid.of(known.getUid()).equals(each.uid()))
                .filter(known -> !known.hasExtension(Canonical.STORED_PICTURE))
                .findFirst()
                .orElseGet(series::addInstance);
        instance.setUid(each.uid())
                .setSopClass(new Coding().setSystem(SOP_CLASS_SYSTEM).setCode(Uid.urn(each.sopClass())))
                .setNumber(Math.max(0, each.data().number(Tag.INSTANCE_NUMBER).orElse(0)))
                .addExtension(Canonical.STORED_PICTURE, new Reference(picture));
        if (!study.hasStarted()) {
            day(each.data()).ifPresent(study::setStartedElement);
        }
        series.setNumberOfInstances(series.getInstance().size());
    }

    private ImagingStudySeriesComponent series(Received each) {
        for (ImagingStudySeriesComponent known : study.getSeries()) {
            if (Uid.of(known.getUid()).equals(each.series())) {
                return known;
            }
        }
        String modality = each.data().text(Tag.MODALITY);
        ImagingStudySeriesComponent series = study.addSeries()
                .setUid(each.series())
                .setModality(new Coding().setSystem(CodeSystems.DICOM).setCode(modality.isEmpty() ? "OT" : modality));
        each.data().number(Tag.SERIES_NUMBER).filter(number -> number >= 0).ifPresent(series::setNumber);
        return series;
    }
}
