package health.strand.demo;

import static health.strand.demo.Concepts.concept;

import health.strand.profiles.CodeSystems;
import java.math.BigInteger;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Reference;

/** Writes a session that was taken with a DICOM device; its pictures stay with the vendor, behind an endpoint. */
final class DicomPart {

    private static final String DERMOSCOPIC_PHOTOGRAPHY = "urn:oid:1.2.840.10008.5.1.4.1.1.77.1.7";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";

    private DicomPart() {}

    static ImagingStudy study(Chart chart, Visit visit, Reference encounter) {
        ImagingStudy study = new ImagingStudy()
                .setStatus(ImagingStudy.ImagingStudyStatus.AVAILABLE)
                .addModality(dermoscopy())
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setStartedElement(Times.moment(visit.start().plusMinutes(5)))
                .addEndpoint(chart.registry().thing(RegistryBundle.IMAGE_ENDPOINT))
                .setNumberOfSeries(2)
                .setNumberOfInstances(4);
        study.addIdentifier().setSystem(CodeSystems.DICOM_UID).setValue("urn:oid:" + uid(chart));
        series(chart, study, Zone.VERTEX, 1);
        series(chart, study, Zone.FRONTAL, 2);
        return study;
    }

    private static void series(Chart chart, ImagingStudy study, Zone zone, int number) {
        ImagingStudy.ImagingStudySeriesComponent series = study.addSeries()
                .setUid(uid(chart))
                .setNumber(number)
                .setModality(dermoscopy())
                .setNumberOfInstances(2)
                .setBodySite(new Coding(CodeSystems.SNOMED, zone.snomed, zone.snomedDisplay));
        series.addPerformer().setActor(chart.technician());
        for (int instance = 1; instance <= 2; instance++) {
            series.addInstance()
                    .setUid(uid(chart))
                    .setNumber(instance)
                    .setSopClass(new Coding().setSystem(URI_SYSTEM).setCode(DERMOSCOPIC_PHOTOGRAPHY));
        }
    }

    /** UUID-derived UIDs need no registered root. */
    private static String uid(Chart chart) {
        String hex = chart.dice().uuid().toString().replace("-", "");
        return "2.25." + new BigInteger(hex, 16);
    }

    private static Coding dermoscopy() {
        return concept(CodeSystems.DICOM, "DMS", "Dermoscopy").getCodingFirstRep();
    }
}
