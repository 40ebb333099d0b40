package health.strand.jurisdiction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The places whose law the server comes with, and what reads a clinic's own. */
public final class Jurisdictions {

    /** The one that holds where no other was chosen. */
    public static final String USUAL = "EU-generic";

    private static final List<String> CODES =
            List.of(USUAL, "DE", "FR", "NL", "ES", "PL", "UK", "US-HIPAA", "US-CA", "TR", "AE");

    private Jurisdictions() {}

    /** What those are called that the server comes with. */
    public static List<String> codes() {
        return CODES;
    }

    /**
     * One of those.
     *
     * @throws IllegalArgumentException for a code that is none of them
     */
    public static Jurisdiction shipped(String code) {
        return parse(text(code));
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the line, or the statement that is missing, and what is wrong
     */
    public static Jurisdiction parse(String csv) {
        Draft draft = new Draft();
        new JurisdictionTable(draft).read(csv);
        return draft.finished();
    }

    static String text(String code) {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("`" + code + "` is none of " + String.join(", ", CODES));
        }
        try (InputStream table = Jurisdictions.class.getResourceAsStream(code + ".csv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of " + code + " cannot be read", e);
        }
    }
}
