package health.strand.dicomweb;

import health.strand.profiles.CodeSystems;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;

/** DICOM's unique identifiers, as FHIR writes them (PS3.5 chapter 9). */
public final class Uid {

    static final String SYSTEM = CodeSystems.DICOM_UID;
    private static final String PREFIX = "urn:oid:";
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)+");
    private static final int LONGEST = 64;

    private Uid() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** As a URN. */
    public static String urn(String uid) {
        return PREFIX + uid;
    }

    /** The UID that is a URN, or stands by itself. */
    public static String of(String urn) {
        return urn.startsWith(PREFIX) ? urn.substring(PREFIX.length()) : urn;
    }

    /** The one of a study; an empty text where it has none. */
    static String of(ImagingStudy study) {
        return study.getIdentifier().stream()
                .filter(each -> SYSTEM.equals(each.getSystem()) && each.hasValue())
                .map(Identifier::getValue)
                .map(Uid::of)
                .filter(Uid::isOne)
                .findFirst()
                .orElse("");
    }

    /** What finds the resource of it. */
    static String token(String uid) {
        return SYSTEM + "|" + urn(uid);
    }
}
