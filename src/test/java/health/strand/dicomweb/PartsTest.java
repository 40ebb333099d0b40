package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in parts is read in the same parts, whatever is in them. */
class PartsTest {

    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=mark";

    private static List<String> parts(String type, InputStream body) throws IOException, Refused {
        PartsReader reader = new PartsReader(type, body);
        List<String> parts = new ArrayList<>();
        while (reader.next()) {
            parts.add(reader.type() + ":" + new String(reader.content().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        return parts;
    }

    private static List<String> parts(String body) throws IOException, Refused {
        return parts(TYPE, new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "\r\n", "\r\n--mar", "\r\n-\r\n--\r\n--m\r\n--ma\r", "a\r\r\r\n\r\n--marl--"})
    void readsBackWhatWasWritten(String content) throws IOException, Refused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PartsWriter writer = new PartsWriter(out, "mark");
        InputStream bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
        writer.part("application/dicom", "x", bytes);
        writer.part("a/b", "y", new ByteArrayInputStream(new byte[] {'2'}));
        writer.end();

        assertThat(parts(PartsWriter.type("application/dicom", "mark"), new ByteArrayInputStream(out.toByteArray())))
                .containsExactly("application/dicom:" + content, "a/b:2");
    }

    /** Longer than RFC 2046 has them, as Orthanc sends them. */
    @Test
    void readsPartsWithALongMarkBetweenThem() throws IOException, Refused {
        String mark = "699332a3-d9b4-4d1d-a806-750ad9b336af-699332a3-d9b4-4d1d-a806-750ad9b336af";
        String body = "--" + mark + "\r\nContent-Type: a/b\r\n\r\none\r\n--" + mark + "--";

        assertThat(parts(
                        "multipart/related; boundary=" + mark,
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("a/b:one");
    }

    @Test
    void readsBackWhatIsMadeOfPiecesOfMarks() throws IOException, Refused {
        Random random = new Random(7);
        String[] pieces = {"\r", "\n", "\r\n", "--", "-", "--mar", "mark", "\r\n--mar", "x"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                content.append(pieces[random.nextInt(pieces.length)]);
            }
            // the end of the line and the dashes are what makes a mark
            String inner = "x" + content.toString().replace("\r\n--mark", "");
            if (!inner.contains("\r\n--mark")) {
                assertThat(parts("--mark\r\nContent-Type: a/b\r\n\r\n" + inner + "\r\n--mark--"))
                        .containsExactly("a/b:" + inner);
            }
        }
    }

    @Test
    void passesOverWhatStandsAroundTheParts() throws IOException, Refused {
        assertThat(parts("before\r\n"
                        + "--mark \t\r\n"
                        + "content-type:  a/b \r\n"
                        + "X: y\r\n\r\n"
                        + "one\r\n"
                        + "--mark\r\n\r\n"
                        + "two\r\n"
                        + "--mark--\r\n"
                        + "after"))
                .containsExactly("a/b:one", ":two");
        assertThat(parts("--mark--")).isEmpty();
    }

    @Test
    void passesOverWhatIsNotReadOfAPart() throws IOException, Refused {
        PartsReader reader = new PartsReader(
                TYPE,
                new ByteArrayInputStream(
                        "--mark\r\n\r\nlong\r\n--mark\r\n\r\nnext\r\n--mark--".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(reader.next()).isTrue();
        assertThat(reader.content().read()).isEqualTo('l');
        assertThat(reader.next()).isTrue();
        assertThat(reader.content().readAllBytes()).asString().isEqualTo("next");
        assertThat(reader.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "--mark",
                "--markx\r\n\r\none\r\n--mark--",
                "--mark\r\n\r\none",
                "--mark\r\n\r\none\r\n--mar",
                "--mark\r\nContent-Type: a/b",
                "--mark\r\n\r\none\r\n--mark"
            })
    void refusesABodyThatBreaksOff(String body) {
        assertThatThrownBy(() -> parts(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/dicom", "multipart/form-data; boundary=x", "multipart/related"})
    void refusesOtherTypes(String type) {
        assertThatThrownBy(() -> parts(type, InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(415));
    }

    @Test
    void refusesAPartOfManyHeaders() throws Exception {
        String few = "X: y\r\n".repeat(100);
        assertThat(parts("--mark\r\n" + few + "\r\none\r\n--mark--")).containsExactly(":one");
        assertThatThrownBy(() -> parts("--mark\r\n" + few + "X: y\r\n\r\none\r\n--mark--"))
                .isInstanceOf(Refused.class);
    }
}
