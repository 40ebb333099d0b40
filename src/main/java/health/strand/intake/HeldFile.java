package health.strand.intake;

import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A file that a resource holds in itself.
 *
 * @param element FHIRPath of what holds it, which is a Binary or an Attachment
 */
record HeldFile(String element, Base holder) {

    private static final Map<String, String> OTHER_NAMES =
            Map.of("image/jpg", "image/jpeg", "image/pjpeg", "image/jpeg", "image/x-png", "image/png");

    /** The media type it is said to be, without parameters; empty where nothing is said. */
    String type() {
        String said =
                holder instanceof Binary binary ? binary.getContentType() : ((Attachment) holder).getContentType();
        String bare = said == null ? "" : said.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(bare, bare);
    }

    byte @Nullable [] bytes() {
        return holder instanceof Binary binary ? binary.getData() : ((Attachment) holder).getData();
    }

    /** Where in an address a file could be that is looked at nowhere else. */
    boolean isInAddress() {
        String address = holder instanceof Attachment attachment ? attachment.getUrl() : null;
        return address != null && address.strip().toLowerCase(Locale.ROOT).startsWith("data:");
    }

    /** Puts another file in its place, and says of it what was said of the one before. */
    void hold(byte[] file) {
        if (holder instanceof Binary binary) {
            binary.setData(file);
        } else if (holder instanceof Attachment attachment) {
            attachment.setData(file);
            FileFacts.of(file).tell(attachment);
        }
    }
}
