package health.strand.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A drawn picture and what is known about it.
 *
 * @param png the picture as a file
 * @param hairsInRoi the true number of hairs rooted in the analysed square; 0 for a picture that is not a scan
 */
record RenderedScan(byte[] png, int hairsInRoi, int width, int height) {

    /** SHA-1 as FHIR's {@code Attachment.hash} demands it; a checksum here, not a protection. */
    byte[] sha1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(png);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    String sha1Base64() {
        return Base64.getEncoder().encodeToString(sha1());
    }
}
