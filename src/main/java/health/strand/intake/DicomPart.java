package health.strand.intake;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.Tag;
import health.strand.dicom.UnreadableDicom;
import health.strand.profiles.CodeSystems;
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

/** A DICOM file that is sent: what it says of itself, and of whom. */
public final class DicomPart {

    /** Its media type. */
    public static final String TYPE = "application/dicom";

    static final String OF_ANOTHER = "it is of another patient, by its PatientID or PatientName";

    private static final long MOST_PIXELS = 100_000_000;

    private final DataSet data;

    private DicomPart(DataSet data) {
        this.data = data;
    }

    /**
     * Reads it to its end.
     *
     * @throws UnfitFile when it is damaged, says that a text is burned into its pixels, or that it has more than a hundred
     *     million of them
     */
    public static DicomPart of(byte[] file) throws UnfitFile {
        DataSet data;
        try {
            data = DicomFile.read(new ByteArrayInputStream(file)).data();
        } catch (UnreadableDicom e) {
            throw new UnfitFile(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
        if (data.text(Tag.BURNED_IN).equals("YES")) {
            throw new UnfitFile("it says that a text is burned into its pixels (BurnedInAnnotation); send it without");
        }
        if (data.text(Tag.SOP_INSTANCE).isEmpty()) {
            throw new UnfitFile("it does not say its SOP instance UID");
        }
        long pixels = (long) data.number(Tag.ROWS).orElse(0)
                * data.number(Tag.COLUMNS).orElse(0);
        if (pixels > MOST_PIXELS) {
            throw new UnfitFile("it has more than a hundred million pixels");
        }
        return new DicomPart(data);
    }

    /** The instance by which DICOM calls it. */
    public Identifier identifier() {
        return new Identifier().setSystem(CodeSystems.DICOM_UID).setValue("urn:oid:" + data.text(Tag.SOP_INSTANCE));
    }

    /** Whether it may be of somebody: by an identifier the patient has and a name that is no other, where it has them. */
    public boolean mayBeOf(Patient patient) {
        String id = data.text(Tag.PATIENT_ID);
        boolean known = id.isEmpty()
                || id.equals(patient.getIdElement().getIdPart())
                || patient.getIdentifier().stream().anyMatch(each -> id.equals(each.getValue()));
        return known && isNamedLike(patient);
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
