package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "\"ü 💇\"",
                "\"\\ud83d\\udc87\"",
                "\"\\\\ud83d\"",
                "\"\\n\\\"\"",
                "\\",
                "\"\\u00",
                "\"\\u00e9\""
            })
    void takesWholeCharacters(String json) {
        assertThat(ReadableBody.readable(json.getBytes(StandardCharsets.UTF_8), null, true))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\udc87\"",
                "\"\\udc87\\ud83d\"",
                "\"\\ud83d\\n\"",
                "\"\\uD83Dx\"",
                "\\ud83d",
                "\"\\\\\\ud83d\""
            })
    void refusesHalves(String json) {
        assertThat(ReadableBody.readable(json.getBytes(StandardCharsets.UTF_8), null, true))
                .isFalse();
    }

    @Test
    void readsBytesInTheirCharacterSetOnly() {
        byte[] latin = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ReadableBody.readable(latin, null, true)).isFalse();
        assertThat(ReadableBody.readable(latin, StandardCharsets.ISO_8859_1, true))
                .isTrue();
        assertThat(ReadableBody.readable(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0xbd}, null, false))
                .isFalse();
    }
}
