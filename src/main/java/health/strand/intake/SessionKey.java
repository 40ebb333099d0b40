package health.strand.intake;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;

/**
 * By what a session is known when it is sent again: the same files of one patient and time, taken for the same. What is
 * sent for another purpose is another session: other consents decide about it.
 */
final class SessionKey {

    private static final String CARE = "TREAT";

    private final List<String> lines = new ArrayList<>();

    void add(Media media, SentFile file) {
        String created =
                media.hasCreatedDateTimeType() ? media.getCreatedDateTimeType().getValueAsString() : "";
        lines.add(Hashing.sha256().hashBytes(file.bytes()) + " " + created + " " + purposes(TakenFor.codes(media)));
    }

    void add(ImagingStudy study) {
        lines.add("study " + purposes(TakenFor.codes(study)));
    }

    /** Of all that was added, in whatever order it was. */
    String of(String patient) {
        List<String> all = new ArrayList<>(lines);
        all.sort(null);
        all.add(patient);
        return Hashing.sha256()
                .hashString(String.join("\n", all), StandardCharsets.UTF_8)
                .toString();
    }

    /** What says nothing is taken for care. */
    private static String purposes(Set<String> codes) {
        return String.join(",", codes.isEmpty() ? Set.of(CARE) : new TreeSet<>(codes));
    }
}
