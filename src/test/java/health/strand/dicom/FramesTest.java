package health.strand.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.dicom.Frames.Range;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Frames are found where the header says, and nowhere outside the pixels. */
class FramesTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final String SHAPE = "2800 1000 5553 0200 0200 2800 1100 5553 0200 0300 2800 0001 5553 0200 0800";
    private static final String TWO_FRAMES = "2800 0800 4953 0200 3220";
    private static final String TWELVE_BYTES = "E07F 1000 4F42 0000 0C000000 000102030405060708090A0B";
    private static final String IN_PIECES = "E07F 1000 4F42 0000 FFFFFFFF FEFF 00E0 00000000 FEFF 00E0 02000000 0102"
            + "FEFF 00E0 04000000 03040506 FEFF DDE0 00000000";

    private static DicomFile read(String syntax, String body) throws Exception {
        return DicomFile.read(new ByteArrayInputStream(DicomFileTest.file(syntax, DicomFileTest.hex(body))));
    }

    private static Optional<Frames> frames(String syntax, String body) throws Exception {
        return Frames.of(read(syntax, body));
    }

    @Test
    void followEachOther() throws Exception {
        Frames frames = frames(EXPLICIT, TWO_FRAMES + SHAPE + TWELVE_BYTES).orElseThrow();
        long start = ((Element.Elsewhere) read(EXPLICIT, TWO_FRAMES + SHAPE + TWELVE_BYTES)
                        .data()
                        .element(Tag.PIXEL_DATA)
                        .orElseThrow()
                        .content())
                .offset();

        assertThat(frames.count()).isEqualTo(2);
        assertThat(frames.frame(1)).containsExactly(new Range(start, 6));
        assertThat(frames.frame(2)).containsExactly(new Range(start + 6, 6));
        assertThatThrownBy(() -> frames.frame(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> frames.frame(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two negative sides have a positive product. */
    @Test
    void haveSidesOfAtLeastOnePixel() throws Exception {
        String shape = "2800 1000 5353 0200 FEFF 2800 1100 5353 0200 FDFF 2800 0001 5553 0200 0800";
        assertThat(frames(EXPLICIT, shape + TWELVE_BYTES)).isEmpty();
        String samples =
                "2800 0200 5353 0200 FFFF 2800 1000 5353 0200 FFFF 2800 1100 5553 0200 0600 2800 0001 5553 0200 0800";
        assertThat(frames(EXPLICIT, samples + TWELVE_BYTES)).isEmpty();
    }

    @Test
    void areOnePieceEachOrOneOfThemAll() throws Exception {
        assertThat(frames(JPEG, IN_PIECES).orElseThrow().frame(1))
                .extracting(Range::length)
                .containsExactly(2L, 4L);
        assertThat(frames(JPEG, TWO_FRAMES + IN_PIECES).orElseThrow().frame(2))
                .extracting(Range::length)
                .containsExactly(4L);
        assertThat(frames(JPEG, "2800 0800 4953 0200 3320" + IN_PIECES)).isEmpty();
    }

    @Test
    void areNotGivenWhereTheyCannotBeTold() throws Exception {
        assertThat(frames(EXPLICIT, SHAPE)).isEmpty();
        assertThat(frames(EXPLICIT, TWELVE_BYTES)).isEmpty();
        assertThat(frames(EXPLICIT, "2800 0800 4953 0200 3320" + SHAPE + TWELVE_BYTES))
                .isEmpty();
        assertThat(frames(EXPLICIT, "2800 0800 4953 0200 2D31" + SHAPE + TWELVE_BYTES))
                .isEmpty();
        assertThat(frames(EXPLICIT, SHAPE.replace("0001 5553 0200 0800", "0001 5553 0200 0100") + TWELVE_BYTES))
                .isEmpty();
        assertThat(frames(EXPLICIT, SHAPE.replace("5553 0200 0200", "5553 0200 FFFF") + TWELVE_BYTES))
                .isEmpty();
        String sixteenBits = "0028 0010 5553 0002 0002 0028 0011 5553 0002 0003 0028 0100 5553 0002 0010"
                + "7FE0 0010 4F57 0000 0000000C 000102030405060708090A0B";
        assertThat(frames(BIG, sixteenBits)).isEmpty();
    }
}
