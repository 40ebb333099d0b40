package health.strand.twin;

import health.strand.dicomweb.DicomFiles;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A DICOM study of a chart: its files, the pictures in them, some of which may be hidden, and what lists them. */
final class DicomBodies {

    private static final String SYSTEM = "'system':'http://dicom.nema.org/resources/ontology/DCM'";
    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private final Words words;
    private final String patient;
    private final String study;

    DicomBodies(Words words, String patient) {
        this.words = words;
        this.patient = patient;
        this.study = words.uid();
    }

    /** Two series, the first with two instances. */
    void addTo(Transaction bundle) {
        List<String> series = new ArrayList<>();
        for (int count = 2; count > 0; count--) {
            String uid = words.uid();
            List<String> instances = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                instances.add(instance(bundle, uid));
            }
            series.add(("{'uid':'%s','modality':{%s,'code':'%s'},'description':'%s','numberOfInstances':%d,"
                            + "'instance':[%s]}")
                    .formatted(
                            uid, SYSTEM, count == 2 ? "XC" : "GM", words.word(), count, String.join(",", instances)));
        }
        bundle.add(("{'resourceType':'ImagingStudy','identifier':[{'system':'urn:dicom:uid','value':'urn:oid:%s'}],"
                        + "'status':'available','subject':{'reference':'%s'},'started':'%s','description':'%s',"
                        + "'numberOfSeries':2,'numberOfInstances':3,'modality':[{%s,'code':'XC'},{%s,'code':'GM'}],"
                        + "'series':[%s]%s}")
                .formatted(
                        study,
                        patient,
                        words.date(),
                        words.word(),
                        SYSTEM,
                        SYSTEM,
                        String.join(",", series),
                        Labels.draw(words)));
    }

    private String instance(Transaction bundle, String series) {
        String uid = words.uid();
        String owner = patient.substring("Patient/".length());
        byte[] bytes = DicomFiles.describedPhotograph(study, series, uid, owner, PIXELS, words.word());
        String file = bundle.add(("{'resourceType':'Binary','contentType':'application/dicom','securityContext':"
                        + "{'reference':'%s'},'data':'%s'}")
                .formatted(patient, Base64.getEncoder().encodeToString(bytes)));
        String picture = bundle.add(("{'resourceType':'Media','status':'completed','subject':{'reference':'%s'},"
                        + "'createdDateTime':'%s','content':{'contentType':'application/dicom','url':'%s',"
                        + "'title':'%s'}%s}")
                .formatted(patient, words.date(), file, words.word(), Labels.draw(words)));
        return ("{'extension':[{'url':'https://strand.health/fhir/StructureDefinition/stored-picture','valueReference':"
                        + "{'reference':'%s'}}],'uid':'%s','sopClass':{'system':'urn:ietf:rfc:3986','code':"
                        + "'urn:oid:1.2.840.10008.5.1.4.1.1.77.1.4'},'title':'%s'}")
                .formatted(picture, uid, words.word());
    }
}
