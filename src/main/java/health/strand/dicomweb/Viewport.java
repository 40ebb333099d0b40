package health.strand.dicomweb;

import health.strand.dicom.DataSet;
import health.strand.dicom.Tag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a picture is shown at most, in pixels.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_8.3.5.1.3">PS3.18 section
 *     8.3.5.1.3</a>
 */
record Viewport(int width, int height) {

    private static final int WIDEST = 4096;
    private static final Pattern FORM = Pattern.compile("(\\d{1,4}),(\\d{1,4})");

    /** @param text as in the query; an empty text for as large as it is given */
    static Viewport of(String text) throws Refused {
        if (text.isEmpty()) {
            return new Viewport(WIDEST, WIDEST);
        }
        Matcher sides = FORM.matcher(text);
        if (!sides.matches()) {
            throw Refused.bad("`viewport` is a width and a height in pixels, with a comma between them");
        }
        int width = Integer.parseInt(sides.group(1));
        int height = Integer.parseInt(sides.group(2));
        if (width < 1 || height < 1 || width > WIDEST || height > WIDEST) {
            throw Refused.bad("`viewport` is from 1 to " + WIDEST + " pixels wide and high");
        }
        return new Viewport(width, height);
    }

    /** How wide the frames of an object are shown, so that they fit with their proportions kept. */
    int width(DataSet object) {
        long rows = Math.max(1, object.number(Tag.ROWS).orElse(1));
        long columns = Math.max(1, object.number(Tag.COLUMNS).orElse(1));
        return (int) Math.max(1, Math.min(width, height * columns / rows));
    }
}
