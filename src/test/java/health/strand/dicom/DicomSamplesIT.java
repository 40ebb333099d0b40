package health.strand.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that we did not make are read as another implementation reads them, or refused in plain words. */
class DicomSamplesIT {

    private static final Pattern PLAIN = Pattern.compile("[a-z`].{10,90}");
    private static final double CLOSE = 1e-6;

    private static final String NONE = "the file is no DICOM file: `DICM` does not stand where it must";
    private static final String CUT = "the file is cut short";
    private static final String LONGER = "a value is longer than what it stands in";
    private static final String STRAY = "an element stands where none of its kind can be";

    /** What pydicom takes although the standard does not have it so. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("DICOMDIR-nooffset", LONGER),
            Map.entry("ExplVR_BigEndNoMeta.dcm", NONE),
            Map.entry("ExplVR_LitEndNoMeta.dcm", NONE),
            Map.entry("MR_truncated.dcm", CUT),
            Map.entry("README", NONE),
            Map.entry("README.md", NONE),
            Map.entry("SC_rgb_jpeg.dcm", "the representation of a value is none of the standard's"),
            // a header that begins over and over
            Map.entry("brain_001.dcm", STRAY),
            Map.entry("meta_missing_tsyntax.dcm", "the file does not say its transfer syntax"),
            // elements of the group 0001, which nobody may use
            Map.entry("nested_priv_SQ.dcm", STRAY),
            Map.entry("no_meta.dcm", NONE),
            Map.entry("rtplan_truncated.dcm", CUT),
            Map.entry("rtstruct.dcm", NONE),
            Map.entry("winter.dcm", "an element stands twice in one data set"));

    @BeforeAll
    static void getsTheFiles() throws Exception {
        Samples.install();
    }

    private static JsonNode told(DataSet data) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new DicomJson(json, element -> "elsewhere").write(data);
        }
        return new ObjectMapper().readTree(text.toString());
    }

    @Test
    void areReadAsAnotherImplementationReadsThem() throws Exception {
        List<Path> files = Samples.files();
        Map<Path, JsonNode> read = Samples.readByPydicom(files);
        List<String> differences = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        int compared = 0;
        for (Path each : files) {
            JsonNode theirs = read.get(each);
            try (InputStream file = Files.newInputStream(each)) {
                JsonNode ours = told(DicomFile.read(file).data());
                if (theirs != null) {
                    compared++;
                    compare(each.getFileName().toString(), ours, theirs, differences);
                }
            } catch (UnreadableDicom e) {
                assertThat(e.getMessage()).matches(PLAIN);
                refused.put(each.getFileName().toString(), e.getMessage());
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(180);
        assertThat(refused).isEqualTo(REFUSED);
    }

    private static void compare(String where, JsonNode ours, JsonNode theirs, List<String> differences) {
        for (Iterator<String> tags = theirs.fieldNames(); tags.hasNext(); ) {
            String tag = tags.next();
            String place = where + " " + tag;
            JsonNode their = theirs.path(tag);
            JsonNode our = ours.path(tag);
            boolean groupLength = tag.endsWith("0000");
            if (groupLength || tag.equals("00080005")) {
                continue;
            }
            if (our.isMissingNode()) {
                differences.add(place + " is missing");
            } else if (!our.path("vr").equals(their.path("vr"))) {
                // of private elements pydicom knows what the standard does not
                if (!our.path("vr").asText().equals("UN")) {
                    differences.add(place + " " + our.path("vr") + " " + their.path("vr"));
                }
            } else if (their.path("vr").asText().equals("SQ")) {
                if (our.path("Value").size() != their.path("Value").size()) {
                    differences.add(place + " has another number of items");
                }
                for (int i = 0; i < their.path("Value").size(); i++) {
                    compare(
                            place,
                            our.path("Value").path(i),
                            their.path("Value").path(i),
                            differences);
                }
            } else if (!alike(our, their)) {
                differences.add(place + " " + our + " " + their);
            }
        }
    }

    private static boolean alike(JsonNode our, JsonNode their) {
        if (their.has("InlineBinary") || their.has("BulkDataURI") || our.has("BulkDataURI")) {
            return our.has("BulkDataURI") || their.has("BulkDataURI") || our.equals(their);
        }
        JsonNode ours = our.path("Value");
        JsonNode theirs = their.path("Value");
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!same(ours.path(i), theirs.path(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode our, JsonNode their) {
        if (their.isNumber()) {
            double number = Double.parseDouble(our.asText());
            return Math.abs(number - their.asDouble()) <= CLOSE * Math.max(1, Math.abs(number));
        }
        // the padding of a value is none of it
        return our.isTextual() ? our.asText().strip().equals(their.asText().strip()) : our.equals(their);
    }

    /** Wherever a file is cut, flipped or filled with rubbish, it is read or refused, and nothing else happens. */
    @Test
    void areReadOrRefusedHoweverTheyAreDamaged() throws Exception {
        java.util.Random dice = new java.util.Random(1);
        int refused = 0;
        for (Path each : Samples.files()) {
            byte[] whole = Files.readAllBytes(each);
            for (int i = 0; i < 40; i++) {
                byte[] damaged = Arrays.copyOf(whole, i < 10 ? dice.nextInt(whole.length) : whole.length);
                for (int flips = i < 10 ? 0 : 1 + dice.nextInt(4); flips > 0; flips--) {
                    damaged[dice.nextInt(Math.min(damaged.length, 3_000))] = (byte) dice.nextInt(256);
                }
                refused += isRefused(each, damaged) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static boolean isRefused(Path file, byte[] damaged) throws IOException {
        try {
            told(DicomFile.read(new ByteArrayInputStream(damaged)).data());
            return false;
        } catch (UnreadableDicom e) {
            assertThat(e.getMessage()).matches(PLAIN);
            return true;
        } catch (RuntimeException e) {
            return fail(file + ": " + e, e);
        }
    }
}
