package health.strand.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A picture of which nothing is left but its pixels.
 *
 * @param file as it is to be stored, with nothing in it that showing the pixels does not take
 */
record CleanPicture(byte[] file, String contentType, int width, int height) {

    /** SHA-1 as FHIR's {@code Attachment.hash} demands it; a checksum here, not a protection. */
    byte[] sha1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
