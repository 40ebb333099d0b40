package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void tellsWordsOptionsAndFlagsApart() {
        Arguments arguments = read("add", "--kind", "public", "name", "--own", "--to", "a b", "--to", "c b");

        assertThat(arguments.words()).containsExactly("add", "name");
        assertThat(arguments.needed("--kind")).isEqualTo("public");
        assertThat(arguments.has("--own")).isTrue();
        assertThat(arguments.all("--to")).containsExactly("a b", "c b");
        assertThat(arguments.list("--to")).containsExactly("a", "b", "c");
    }

    @Test
    void refusesWhatTheCommandDoesNotKnow() {
        assertThatThrownBy(() -> read("--force")).hasMessage("unknown option --force");
    }

    @Test
    void refusesAMissingValue() {
        assertThatThrownBy(() -> read("--kind")).hasMessage("--kind needs a value");
        assertThatThrownBy(() -> read("--kind", "--own")).hasMessage("--kind needs a value");
        assertThatThrownBy(() -> read().needed("--kind")).hasMessage("--kind is missing");
        assertThatThrownBy(() -> read("--kind", " ").needed("--kind")).hasMessage("--kind is missing");
    }

    @Test
    void refusesASecondValueWhereOneIsMeant() {
        assertThatThrownBy(() -> read("--kind", "a", "--kind", "b").one("--kind"))
                .hasMessage("--kind is given twice");
    }

    private static Arguments read(String... line) {
        return Arguments.read(line, Set.of("--kind", "--to"), Set.of("--own"));
    }
}
