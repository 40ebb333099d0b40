package health.strand.intake;

import com.google.common.hash.Hashing;
import health.strand.imaging.PictureFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Binary;

/**
 * By what a picture is known when it is sent again: its bytes as they are stored, its type, whose it is, what it is taken for and
 * who sends it.
 */
public final class SentMark {

    private SentMark() {}

    /** A SHA-256; empty for what is no picture of somebody. */
    public static Optional<byte[]> of(Binary sent, List<String> sender) {
        HeldFile held = new HeldFile("Binary", sent);
        String type = held.type();
        byte[] file = held.bytes();
        boolean picture = PictureFormat.ofType(type).isPresent() || type.equals(DicomPart.TYPE);
        if (!picture || file == null || !sent.getSecurityContext().hasReference()) {
            return Optional.empty();
        }
        String about = String.join(
                "\n",
                type,
                sent.getSecurityContext().getReference(),
                String.join(",", new TreeSet<>(TakenFor.codes(sent))),
                String.join("\n", sender),
                "");
        return Optional.of(Hashing.sha256()
                .newHasher()
                .putString(about, StandardCharsets.UTF_8)
                .putBytes(file)
                .hash()
                .asBytes());
    }
}
