package health.strand.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Headers are read within bounds, and what is wrong with a file is said. */
class DicomFileTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String PATIENT_ID = "1000 2000 4C4F 0400 41424344";

    /** A file of this transfer syntax with this after its header; spaces in hexadecimal digits are for the eye. */
    static byte[] file(String syntax, byte[] body) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        String padded = syntax.length() % 2 == 0 ? syntax : syntax + "\0";
        file.writeBytes(hex("0200 1000 5549"));
        file.write(padded.length());
        file.write(0);
        file.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(body);
        return file.toByteArray();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static DicomFile read(String syntax, String body) throws Exception {
        return DicomFile.read(new ByteArrayInputStream(file(syntax, hex(body))));
    }

    private static void refuses(String syntax, String body, String why) {
        assertThatThrownBy(() -> read(syntax, body))
                .isInstanceOf(UnreadableDicom.class)
                .hasMessageContaining(why);
    }

    private static String json(DataSet data) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new DicomJson(json, element -> "").write(data);
        }
        return text.toString();
    }

    @Test
    void readsValuesWithAndWithoutTheirRepresentation() throws Exception {
        assertThat(read(EXPLICIT, PATIENT_ID).data().text(Tag.PATIENT_ID)).isEqualTo("ABCD");
        assertThat(read(IMPLICIT, "1000 2000 04000000 41424344").data().text(Tag.PATIENT_ID))
                .isEqualTo("ABCD");
        assertThat(read("1.2.840.10008.1.2.2", "0010 0020 4C4F 0004 41424344")
                        .data()
                        .text(Tag.PATIENT_ID))
                .isEqualTo("ABCD");
    }

    @Test
    void passesOverPixelsAndSaysWhereTheyLie() throws Exception {
        DicomFile file = read(EXPLICIT, "E07F 1000 4F57 0000 08000000 0102030405060708");
        Element pixels = file.data().element(Tag.PIXEL_DATA).orElseThrow();
        assertThat(pixels.content()).isEqualTo(new Element.Elsewhere(172, 8, false));
    }

    @Test
    void saysWhatIsWrong() {
        refuses("1.2.3", "", "the transfer syntax is none of the standard's");
        refuses(EXPLICIT, PATIENT_ID + PATIENT_ID, "stands twice");
        refuses(EXPLICIT, "1000 2000 4C4F 0800 41424344", "cut short");
        refuses(EXPLICIT, "1000 2000 7878 0400 41424344", "none of the standard's");
        refuses(EXPLICIT, "1000 2000 5554 0000 FFFFFFFF", "no length");
        refuses(EXPLICIT, "0800 0500 4353 0400 58585858", "the character set");
        refuses(EXPLICIT, "0000 1000 4C4F 0400 41424344", "none of its kind");
        refuses(EXPLICIT, "FEFF 0DE0 00000000", "none of its kind");
        refuses(EXPLICIT, "0800 1211 5351 0000 0C000000 FEFF 00E0 FF000000 00000000", "longer than what it stands in");
        refuses(EXPLICIT, "0800 1211 5351 0000 FFFFFFFF FEFF 00E0 04000000", "cut short");
    }

    @Test
    void goesNoDeeperThanHeadersDo() throws Exception {
        String open = "0800 1211 5351 0000 FFFFFFFF FEFF 00E0 FFFFFFFF";
        String close = "FEFF 0DE0 00000000 FEFF DDE0 00000000";
        int deep = DicomReader.DEEPEST;
        assertThat(read(EXPLICIT, open.repeat(deep) + close.repeat(deep)).data().items(0x00081112))
                .hasSize(1);
        refuses(EXPLICIT, open.repeat(deep + 1) + close.repeat(deep + 1), "deeper than 16");
    }

    @Test
    void holdsNoMoreThanHeadersAreLong() {
        byte[] item = hex("FEFF 00E0 00000000");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.writeBytes(hex("0800 1211 5351 0000 FFFFFFFF"));
        for (int i = 0; i <= DicomReader.MOST_ELEMENTS; i++) {
            many.writeBytes(item);
        }
        assertThatThrownBy(() -> DicomFile.read(new ByteArrayInputStream(file(EXPLICIT, many.toByteArray()))))
                .isInstanceOf(UnreadableDicom.class)
                .hasMessageContaining("too many");
    }

    @Test
    void readsWhatIsCompressedAndNoBomb() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(hex(PATIENT_ID));
            out.write(hex("E07F 1000 4F57 0000 00000001"));
            out.write(new byte[1 << 24]);
        }
        byte[] bomb = file(DEFLATED, packed.toByteArray());
        assertThat(DicomFile.read(new ByteArrayInputStream(bomb)).data().text(Tag.PATIENT_ID))
                .isEqualTo("ABCD");
        InputStream again = new ByteArrayInputStream(bomb);
        assertThatThrownBy(() -> DicomFile.read(again, 1 << 20))
                .isInstanceOf(UnreadableDicom.class)
                .hasMessageContaining("longer than what is read");
        byte[] rubbish = file(DEFLATED, hex("FFFFFFFFFFFFFFFF"));
        assertThatThrownBy(() -> DicomFile.read(new ByteArrayInputStream(rubbish)))
                .isInstanceOf(UnreadableDicom.class)
                .hasMessageContaining("compressed");
    }

    @Test
    void tellsNamesInTheirGroups() throws Exception {
        byte[] name = "Yamada^Tarou=山田^太郎=やまだ^たろう".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(hex("0800 0500 4353 0A00"));
        body.writeBytes("ISO_IR 192".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(hex("1000 1000 504E"));
        body.write(name.length);
        body.write(0);
        body.writeBytes(name);
        body.writeBytes(hex("2000 1300 4953 0200 3720"));
        DataSet data = DicomFile.read(new ByteArrayInputStream(file(EXPLICIT, body.toByteArray())))
                .data();
        assertThat(json(data))
                .isEqualTo("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00100010\":{\"vr\":\"PN\","
                        + "\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\","
                        + "\"Phonetic\":\"やまだ^たろう\"}]},\"00200013\":{\"vr\":\"IS\",\"Value\":[7]}}");
        assertThat(data.number(Tag.INSTANCE_NUMBER)).contains(7);
    }

    /** The example of PS3.5 annex H.3.1. */
    @Test
    void changesCharacterSetsWithinAName() throws Exception {
        CharacterSets sets = CharacterSets.named(List.of("", "ISO 2022 IR 87"));
        String japanese =
                "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^\u001b$B$?$m$&\u001b(B";
        assertThat(sets.decode(japanese.getBytes(StandardCharsets.US_ASCII))).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(CharacterSets.named(List.of("GB18030")).decode("王^小东".getBytes(Charset.forName("GB18030"))))
                .isEqualTo("王^小东");
    }

    @Test
    void knowsElementsByTheirKeywords() {
        assertThat(Dictionary.tag("StudyDate")).contains(Tag.STUDY_DATE);
        assertThat(Dictionary.tag("0020000d")).contains(Tag.STUDY_INSTANCE);
        assertThat(Dictionary.tag("Nothing")).isEmpty();
    }
}
