package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag weak = new EntityTag("a1", true);

    @Test
    void isWrittenAsTheHeaderHasIt() {
        assertThat(weak.text()).isEqualTo("W/\"a1\"");
        assertThat(new EntityTag("a1", false).text()).isEqualTo("\"a1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"a1\"", "\"a1\"", "\"b2\", W/\"a1\"", "*"})
    void isKnownToWhoeverNamesIt(String header) {
        assertThat(weak.isKnown(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"b2\"", "a1", "\"a12\"", ""})
    void isUnknownToOthers(String header) {
        assertThat(weak.isKnown(header)).isFalse();
        assertThat(weak.isKnown(null)).isFalse();
    }
}
