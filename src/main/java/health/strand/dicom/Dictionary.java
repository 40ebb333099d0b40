package health.strand.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The standard's list of elements: how each is represented, and the word by which it is asked for.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part06.html#chapter_6">PS3.6 chapter 6</a>
 */
public final class Dictionary {

    private static final int REPEATED = 0xFF00FFFF;
    private static final String EITHER_SIGN = "US/SS";

    private static final Map<Integer, String> REPRESENTATIONS = new HashMap<>();
    private static final Map<String, Integer> KEYWORDS = new HashMap<>();

    static {
        try (InputStream file = Objects.requireNonNull(Dictionary.class.getResourceAsStream("dictionary.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                int tag = Integer.parseUnsignedInt(parts[0], 16);
                REPRESENTATIONS.put(tag, parts[1]);
                KEYWORDS.put(parts[2], tag);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of DICOM elements cannot be read", e);
        }
    }

    private Dictionary() {}

    /** The element of that keyword, such as {@code StudyDate}, or of eight hexadecimal digits. */
    public static Optional<Integer> tag(String word) {
        if (word.matches("[0-9A-Fa-f]{8}")) {
            return Optional.of(Integer.parseUnsignedInt(word, 16));
        }
        return Optional.ofNullable(KEYWORDS.get(word));
    }

    /**
     * How a value is represented, where its file does not say; empty for what the standard does not know.
     *
     * @param signed whether pixels are, on which some other numbers hang
     */
    static Optional<Vr> representation(int tag, boolean signed) {
        if (Tag.isGroupLength(tag)) {
            return Optional.of(Vr.UL);
        }
        if (Tag.isPrivateCreator(tag)) {
            return Optional.of(Vr.LO);
        }
        int group = Tag.group(tag);
        boolean repeated = group >>> 8 == 0x50 || group >>> 8 == 0x60;
        String known = REPRESENTATIONS.get(repeated ? tag & REPEATED : tag);
        if (known == null) {
            return Optional.empty();
        }
        return EITHER_SIGN.equals(known) ? Optional.of(signed ? Vr.SS : Vr.US) : Vr.named(known);
    }
}
