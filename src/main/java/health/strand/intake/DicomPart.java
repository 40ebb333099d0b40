package health.strand.intake;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.Tag;
import health.strand.dicom.UnreadableDicom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** A DICOM file of a session: what it says of itself, and of whom. */
final class DicomPart {

    private static final String UID = "urn:dicom:uid";

    private final SentFile file;
    private final DataSet data;

    private DicomPart(SentFile file, DataSet data) {
        this.file = file;
        this.data = data;
    }

    /** Reads it to its end; refused when it is damaged, or says that a text is burned into its pixels. */
    static DicomPart of(SentFile file) throws UnfitSession {
        DataSet data;
        try {
            data = DicomFile.read(new ByteArrayInputStream(file.bytes())).data();
        } catch (UnreadableDicom e) {
            throw refused(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
        if (data.text(Tag.BURNED_IN).equals("YES")) {
            throw refused(file, "it says that a text is burned into its pixels (BurnedInAnnotation); send it without");
        }
        if (data.text(Tag.SOP_INSTANCE).isEmpty()) {
            throw refused(file, "it does not say its SOP instance UID");
        }
        return new DicomPart(file, data);
    }

    private static UnfitSession refused(SentFile file, String why) {
        return new UnfitSession("part `" + file.name() + "`: " + why);
    }

    /** The instance by which DICOM calls it. */
    Identifier identifier() {
        return new Identifier().setSystem(UID).setValue("urn:oid:" + data.text(Tag.SOP_INSTANCE));
    }

    /** Refuses the file of somebody else: by an identifier the patient does not have, or a name that is another. */
    void requireOf(Patient patient) throws UnfitSession {
        String id = data.text(Tag.PATIENT_ID);
        boolean known = id.isEmpty()
                || id.equals(patient.getIdElement().getIdPart())
                || patient.getIdentifier().stream().anyMatch(each -> id.equals(each.getValue()));
        if (!known || !isNamedLike(patient)) {
            throw refused(file, "it is of another patient than the session, by its PatientID or PatientName");
        }
    }

    private boolean isNamedLike(Patient patient) {
        List<String> said = words(data.text(Tag.PATIENT_NAME));
        return said.isEmpty()
                || patient.getName().isEmpty()
                || patient.getName().stream().anyMatch(each -> {
                    List<String> all = words(each);
                    return all.containsAll(said) || said.containsAll(all);
                });
    }

    private static List<String> words(HumanName name) {
        List<String> all = new ArrayList<>(words(name.hasFamily() ? name.getFamily() : ""));
        for (StringType given : name.getGiven()) {
            all.addAll(words(given.getValueNotNull()));
        }
        return all;
    }

    /** Of the first of its groups, which is in letters; devices often leave out their accents. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name.replaceFirst("=.*$", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
