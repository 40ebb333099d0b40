package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14. */
class FilePartTest {

    private static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-499, 0, 500",
        "bytes=500-999, 500, 500",
        "bytes=500-, 500, 500",
        "bytes=999-, 999, 1",
        "bytes=990-5000, 990, 10",
        "bytes=7-99999999999999999999999999, 7, 993",
        "bytes=-1, 999, 1",
        "bytes=-1000, 0, 1000",
        "bytes=-9999999999999999999999, 0, 1000",
        "BYTES=1-2, 1, 2",
        "'bytes= 1-2 ', 1, 2"
    })
    void isWhatOneRangeAsksFor(String range, long first, long length) {
        FilePart part = FilePart.of(range, SIZE);

        assertThat(part).isEqualTo(new FilePart(206, first, length));
        assertThat(part.contentRange(SIZE)).isEqualTo("bytes " + first + "-" + (first + length - 1) + "/1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=99999999999999999999-", "bytes=-0"})
    void isNothingWhereThereIsNoSuchPart(String range) {
        FilePart part = FilePart.of(range, SIZE);

        assertThat(part).isEqualTo(new FilePart(416, 0, 0));
        assertThat(part.contentRange(SIZE)).isEqualTo("bytes */1000");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "bytes=0-0,-1",
                "bytes=1",
                "bytes=--1",
                "bytes=+1-2",
                "lines=1-2",
                "bytes 1-2",
                "bytes=\u0661-2"
            })
    void isTheWholeWhereSeveralOrNoneAreAskedFor(String range) {
        FilePart part = FilePart.of(range, SIZE);

        assertThat(part).isEqualTo(new FilePart(200, 0, SIZE));
        assertThat(part.contentRange(SIZE)).isNull();
    }

    @Test
    void hasNoPartsOfAnEmptyFile() {
        assertThat(FilePart.of("bytes=0-", 0).status()).isEqualTo(416);
        assertThat(FilePart.of("bytes=-5", 0).status()).isEqualTo(416);
        assertThat(FilePart.of(null, 0)).isEqualTo(new FilePart(200, 0, 0));
    }
}
