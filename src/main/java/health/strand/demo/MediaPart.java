package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;
import static health.strand.demo.Concepts.quantity;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.Ucum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UrlType;

/** Writes what is known about a picture. Titles never name a person or a day. */
final class MediaPart {

    private static final String DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private MediaPart() {}

    static Media closeUp(Chart chart, Visit visit, Zone zone, Reference target) {
        CaptureSetup setup = CaptureSetup.of(visit);
        Media media = media(chart, visit, setup.instrument())
                .setModality(concept(CodeSystems.DICOM, "DMS", "Dermoscopy"))
                .setBodySite(Concepts.zone(zone));
        media.getContent().setTitle(zone.display + ", close-up");
        media.setWidth(ScanImage.EDGE).setHeight(ScanImage.EDGE);
        media.addExtension(calibration(chart));
        media.addExtension(setup.conditions());
        media.addExtension(Canonical.TARGET, target);
        media.addExtension(recognizable(false));
        return media;
    }

    static Media globalPhoto(Chart chart, Visit visit) {
        Media media = media(chart, visit, Instrument.CAMERA)
                .setModality(concept(CodeSystems.DICOM, "XC"))
                .setView(concept(CodeSystems.PHOTO_VIEW, "frontal", "Frontal"))
                .setBodySite(concept(CodeSystems.SCALP_ZONE, "whole-scalp", "Whole scalp"));
        media.getContent().setTitle("Global photo, frontal");
        media.addExtension(CaptureSetup.photographed());
        media.addExtension(recognizable(true));
        return media;
    }

    private static Media media(Chart chart, Visit visit, Instrument instrument) {
        Media media = new Media()
                .setStatus(Media.MediaStatus.COMPLETED)
                .setType(hl7("media-type", "image"))
                .setSubject(chart.patient())
                .setCreated(Times.moment(visit.start().plusMinutes(5)))
                .setIssuedElement(Times.instant(visit.start().plusMinutes(6)))
                .setOperator(chart.technician())
                .setDevice(chart.registry().thing(instrument.key));
        media.getContent().setContentType("image/png");
        media.getContent().setUrlElement(absent());
        return media;
    }

    /** Most pictures are not drawn; their records say so instead of pointing nowhere. */
    private static UrlType absent() {
        UrlType url = new UrlType();
        url.addExtension(DATA_ABSENT, new CodeType("unsupported"));
        return url;
    }

    /** Adds what only a picture that was really taken has: where it lies, how large it is, and its checksum. */
    static void attach(Media media, RenderedScan picture, Reference file) {
        media.setWidth(picture.width()).setHeight(picture.height());
        media.getContent()
                .setUrlElement(new UrlType(file.getReference()))
                .setSize(picture.png().length)
                .setHash(picture.sha1());
    }

    private static Extension calibration(Chart chart) {
        BigDecimal spacing = BigDecimal.valueOf(1000 / ScanImage.PIXELS_PER_MM).setScale(2, RoundingMode.HALF_UP);
        Extension extension = new Extension(Canonical.CALIBRATION);
        extension.addExtension("pixelSpacing", quantity(spacing, "um", Ucum.MICROMETRE));
        extension.addExtension("date", Times.date(chart.story().firstVisit().minusDays(9)));
        return extension;
    }

    private static Extension recognizable(boolean yes) {
        return new Extension(Canonical.RECOGNIZABLE_VISUAL_FEATURES, new BooleanType(yes));
    }
}
