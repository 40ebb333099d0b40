package health.strand.intake;

import health.strand.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Finds the files that are where nobody looks for one: in an address, in the narrative, in bytes that do not say what they
 * are. None of them is taken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2397">RFC 2397, data</a>
 */
final class Addresses {

    private static final String RULE = "hr-picture";
    private static final String IN_ADDRESS =
            "a file is sent in `data`, or as a Binary, and not in an address (`data:`)";
    private static final String UNNAMED =
            "bytes are sent in an Attachment, or as a Binary, where it is said what they are";
    private static final Pattern FILE =
            Pattern.compile("data:\\s*([a-z]+/[a-z0-9.+-]+|;\\s*base64)", Pattern.CASE_INSENSITIVE);
    /** What a browser leaves out of an address. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** A bar code of a device has a few bytes, and says what it is by where it stands. */
    private static final String BAR_CODE = ".carrierAIDC";

    private static final int LONGEST_BAR_CODE = 1024;

    private Addresses() {}

    static List<Problem> problems(Resource resource) {
        List<Problem> problems = new ArrayList<>();
        HeldFiles.visit(resource, (element, holder, each) -> {
            if (isFileInAddress(each)) {
                problems.add(new Problem(element, RULE, IN_ADDRESS));
            } else if (each instanceof Base64BinaryType bytes && isUnnamed(element, holder, bytes)) {
                problems.add(new Problem(element, RULE, UNNAMED));
            }
        });
        return problems;
    }

    /** Whether there is a file in an address in a text. */
    static boolean holdsFile(String text) {
        return FILE.matcher(text).find();
    }

    private static boolean isFileInAddress(Base each) {
        if (each instanceof Narrative narrative) {
            return isIn(narrative.getDiv());
        }
        if (each instanceof Base64BinaryType || !(each instanceof PrimitiveType<?> text)) {
            return false;
        }
        String value = text.getValueAsString();
        return value != null && (each instanceof UriType ? isData(value) : holdsFile(value));
    }

    private static boolean isIn(XhtmlNode node) {
        return node.getAttributes().values().stream().anyMatch(Addresses::isData)
                || node.getContent() != null && holdsFile(node.getContent())
                || node.getChildNodes().stream().anyMatch(Addresses::isIn);
    }

    private static boolean isData(String address) {
        return UNSEEN.matcher(address).replaceAll("").regionMatches(true, 0, "data:", 0, 5)
                || holdsFile(UNSEEN.matcher(address).replaceAll(""));
    }

    private static boolean isUnnamed(String element, Base holder, Base64BinaryType bytes) {
        byte[] value = bytes.getValue();
        boolean barCode = element.endsWith(BAR_CODE) && value != null && value.length <= LONGEST_BAR_CODE;
        return value != null && value.length > 0 && !HeldFiles.holds(holder) && !barCode;
    }
}
