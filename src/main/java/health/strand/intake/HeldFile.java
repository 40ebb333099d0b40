package health.strand.intake;

import health.strand.imaging.MediaTypes;
import health.strand.vault.ContentsAside;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A file that a resource holds in itself.
 *
 * @param element FHIRPath of what holds it, which is a Binary, an Attachment or a Signature
 */
record HeldFile(String element, Base holder) {

    private static final Map<String, String> OTHER_NAMES =
            Map.of("image/jpg", "image/jpeg", "image/pjpeg", "image/jpeg", "image/x-png", "image/png");

    /** What a signature is that does not say it: letters, be they JSON or XML. */
    private static final String LETTERS = "text/plain";

    /** The media type it is said to be, without parameters; empty where nothing is said. */
    String type() {
        String bare = MediaTypes.bare(said());
        return OTHER_NAMES.getOrDefault(bare, bare);
    }

    private @Nullable String said() {
        if (holder instanceof Binary binary) {
            return binary.getContentType();
        }
        if (holder instanceof Signature signature) {
            return signature.hasSigFormat() ? signature.getSigFormat() : LETTERS;
        }
        return ((Attachment) holder).getContentType();
    }

    byte @Nullable [] bytes() {
        byte[] held = held();
        return ContentsAside.find(held).orElse(held);
    }

    private byte @Nullable [] held() {
        if (holder instanceof Binary binary) {
            return binary.getData();
        }
        return holder instanceof Signature signature ? signature.getData() : ((Attachment) holder).getData();
    }

    /** Puts another file in its place, and says of it what was said of the one before. */
    void hold(byte[] file) {
        if (!ContentsAside.replace(held(), file)) {
            put(file);
        }
        if (holder instanceof Attachment attachment) {
            FileFacts.of(file).tell(attachment);
        }
    }

    private void put(byte[] file) {
        if (holder instanceof Binary binary) {
            binary.setData(file);
        } else if (holder instanceof Signature signature) {
            signature.setData(file);
        } else if (holder instanceof Attachment attachment) {
            attachment.setData(file);
        }
    }
}
