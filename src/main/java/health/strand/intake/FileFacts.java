package health.strand.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.hl7.fhir.r4.model.Attachment;

/** Size in bytes and SHA-1 of a file, as FHIR's {@code Attachment} tells them; a checksum here, not a protection. */
record FileFacts(int size, byte[] sha1) {

    static FileFacts of(byte[] file) {
        try {
            return new FileFacts(file.length, MessageDigest.getInstance("SHA-1").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    boolean areToldBy(Attachment attachment) {
        return Arrays.equals(sha1, attachment.getHash());
    }

    /** Corrects what an attachment tells of its file, and adds nothing. */
    void tell(Attachment attachment) {
        if (attachment.hasSize()) {
            attachment.setSize(size);
        }
        if (attachment.hasHash()) {
            attachment.setHash(sha1);
        }
    }
}
