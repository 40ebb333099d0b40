package health.strand.deidentification;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.DicomWriter;
import health.strand.dicom.DicomWriter.Code;
import health.strand.dicom.Tag;
import health.strand.dicom.UnreadableDicom;
import health.strand.dicom.Vr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a DICOM file anew: of its pixels, of what they take to be shown and to be measured in, and of names that hold within a
 * project. What is not named here, such as texts, times, devices, codes and private elements, is not in it.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part15.html#chapter_E">PS3.15 annex E</a>
 */
final class DeidentifiedDicom {

    private static final Pattern OBJECTS = Pattern.compile("1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1(\\.\\d{1,5}){1,4}");
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]{1,16}(\\\\[0-9.]{1,16})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern MODALITY = Pattern.compile("XC|DMS|GM|SM|OT|ES|OP");
    private static final String METHOD = "made anew of the pixels, UIDs and days changed for each project";

    /** CID 7050: what was done, and which option was taken. */
    private static final List<Code> METHODS = List.of(
            new Code("113100", "Basic Application Confidentiality Profile"),
            new Code("113107", "Retain Longitudinal Temporal Information Modified Dates Option"));

    private final DataSet data;
    private final ProjectNames names;

    private DeidentifiedDicom(DataSet data, ProjectNames names) {
        this.data = data;
        this.names = names;
    }

    static byte[] of(byte[] file, ProjectNames names) throws NotDeidentified {
        try {
            DicomFile read = DicomFile.read(new ByteArrayInputStream(file));
            shownNobody(read.data());
            CopiedPixels pixels = CopiedPixels.of(read, file);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DeidentifiedDicom(read.data(), names).write(pixels, out);
            return out.toByteArray();
        } catch (UnreadableDicom e) {
            throw new NotDeidentified(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be read", e);
        }
    }

    private static void shownNobody(DataSet data) throws NotDeidentified {
        if (data.text(Tag.BURNED_IN).equals("YES")
                || data.text(Tag.RECOGNIZABLE).equals("YES")) {
            throw new NotDeidentified("the file says that its pixels show a text or somebody who can be recognised");
        }
        if (data.text(Tag.SOP_INSTANCE).isEmpty()) {
            throw new NotDeidentified("the file does not say its SOP instance UID");
        }
    }

    private void write(CopiedPixels pixels, ByteArrayOutputStream out) throws IOException {
        String object = names.uid(data.text(Tag.SOP_INSTANCE));
        String sopClass = kept(Tag.SOP_CLASS, OBJECTS, SECONDARY_CAPTURE);
        DicomWriter file = DicomWriter.begin(out, sopClass, object);
        file.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED\\PRIMARY");
        file.text(Tag.SOP_CLASS, Vr.UI, sopClass);
        file.text(Tag.SOP_INSTANCE, Vr.UI, object);
        for (int each : Tag.DATES) {
            if (each == Tag.STUDY_DATE || data.element(each).isPresent()) {
                file.text(each, Vr.DA, names.date(data.text(each)));
            }
        }
        file.text(Tag.STUDY_TIME, Vr.TM, "");
        file.text(Tag.ACCESSION_NUMBER, Vr.SH, "");
        file.text(Tag.MODALITY, Vr.CS, kept(Tag.MODALITY, MODALITY, "OT"));
        file.text(Tag.MANUFACTURER, Vr.LO, "");
        file.text(Tag.REFERRING, Vr.PN, "");
        patient(file);
        file.text(Tag.STUDY_INSTANCE, Vr.UI, uid(Tag.STUDY_INSTANCE));
        file.text(Tag.SERIES_INSTANCE, Vr.UI, uid(Tag.SERIES_INSTANCE));
        file.text(Tag.STUDY_ID, Vr.SH, "");
        file.text(Tag.SERIES_NUMBER, Vr.IS, kept(Tag.SERIES_NUMBER, COUNT, ""));
        file.text(Tag.INSTANCE_NUMBER, Vr.IS, kept(Tag.INSTANCE_NUMBER, COUNT, ""));
        file.text(Tag.PATIENT_ORIENTATION, Vr.CS, "");
        pixels.describe(file, kept(Tag.PIXEL_SPACING, NUMBERS, ""));
        file.text(Tag.LONGITUDINAL, Vr.CS, "MODIFIED");
        if (pixels.lossy() || data.text(Tag.LOSSY).equals("01")) {
            file.text(Tag.LOSSY, Vr.CS, "01");
        }
        pixels.write(file);
    }

    private void patient(DicomWriter file) throws IOException {
        file.text(Tag.PATIENT_NAME, Vr.PN, names.label());
        file.text(Tag.PATIENT_ID, Vr.LO, names.label());
        file.text(Tag.BIRTH_DATE, Vr.DA, "");
        file.text(Tag.SEX, Vr.CS, "");
        file.text(Tag.IDENTITY_REMOVED, Vr.CS, "YES");
        file.text(Tag.METHOD, Vr.LO, METHOD);
        file.codes(Tag.METHOD_CODES, "DCM", METHODS);
    }

    private String uid(int tag) {
        String uid = data.text(tag);
        return names.uid(uid.isEmpty() ? Tag.hex(tag) + data.text(Tag.SOP_INSTANCE) : uid);
    }

    /** What says nothing but what it can say by its form. */
    private String kept(int tag, Pattern form, String otherwise) {
        String text = String.join("\\", data.texts(tag));
        return form.matcher(text).matches() ? text : otherwise;
    }
}
