package health.strand.dicomweb;

import health.strand.dicom.DataSet;
import health.strand.dicom.DicomFile;
import health.strand.dicom.Tag;
import health.strand.dicom.UnreadableDicom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object that somebody sends to be stored, with what its header says.
 *
 * @param bytes the file, as it came
 * @param hash SHA-1 of it, as FHIR's attachments have it
 */
record Received(DataSet data, byte[] bytes, byte[] hash) {

    /** What is written of a header, or decided by. */
    private static final Set<Integer> USED = Set.of(
            Tag.SOP_CLASS,
            Tag.SOP_INSTANCE,
            Tag.STUDY_INSTANCE,
            Tag.SERIES_INSTANCE,
            Tag.PATIENT_ID,
            Tag.STUDY_DATE,
            Tag.MODALITY,
            Tag.SERIES_NUMBER,
            Tag.INSTANCE_NUMBER,
            Tag.ROWS,
            Tag.COLUMNS,
            Tag.FRAMES,
            Tag.RECOGNIZABLE);

    /** @throws UnreadableDicom for what is no DICOM file, or does not name itself, its series and its study */
    static Received of(byte[] bytes) throws IOException, UnreadableDicom {
        // a header that unpacks to much is not held until others have come
        DataSet data = DicomFile.read(new ByteArrayInputStream(bytes)).data().only(USED);
        Received received = new Received(data, bytes, hashOf(bytes));
        boolean named = Stream.of(received.study(), received.series(), received.uid(), received.sopClass())
                .allMatch(Uid::isOne);
        if (!named) {
            throw new UnreadableDicom("the file does not name its study, its series and itself");
        }
        return received;
    }

    private static byte[] hashOf(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    String sopClass() {
        return data.text(Tag.SOP_CLASS);
    }

    String uid() {
        return data.text(Tag.SOP_INSTANCE);
    }

    String study() {
        return data.text(Tag.STUDY_INSTANCE);
    }

    String series() {
        return data.text(Tag.SERIES_INSTANCE);
    }

    String patientId() {
        return data.text(Tag.PATIENT_ID);
    }

    boolean isSame(byte[] otherHash) {
        return Arrays.equals(hash, otherHash);
    }
}
