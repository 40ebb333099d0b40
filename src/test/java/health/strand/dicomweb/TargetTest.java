package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.dicomweb.Target.Action;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths are read as the standard has them. */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "/studies, STUDY, '', ''",
        "/series, SERIES, '', ''",
        "/instances, INSTANCE, '', ''",
        "/studies/1.2/series, SERIES, 1.2, ''",
        "/studies/1.2/instances, INSTANCE, 1.2, ''",
        "/studies/1.2/series/1.3/instances, INSTANCE, 1.2, 1.3"
    })
    void findsWhatIsSearched(String path, Level level, String study, String series) throws Refused {
        assertThat(Target.of(path))
                .isEqualTo(new Target(Action.SEARCH, level, new Scope(study, series, ""), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "/studies/1.2, RETRIEVE, STUDY, '', ''",
        "/studies/1.2/metadata, METADATA, STUDY, '', ''",
        "/studies/1.2/series/1.3, RETRIEVE, SERIES, 1.3, ''",
        "/studies/1.2/series/1.3/metadata, METADATA, SERIES, 1.3, ''",
        "/studies/1.2/series/1.3/instances/1.4, RETRIEVE, INSTANCE, 1.3, 1.4",
        "/studies/1.2/series/1.3/instances/1.4/metadata, METADATA, INSTANCE, 1.3, 1.4",
        "/studies/1.2/series/1.3/instances/1.4/rendered, RENDERED, INSTANCE, 1.3, 1.4"
    })
    void findsWhatIsRetrieved(String path, Action action, Level level, String series, String instance) throws Refused {
        assertThat(Target.of(path)).isEqualTo(new Target(action, level, new Scope("1.2", series, instance), List.of()));
    }

    @Test
    void findsFramesInTheirOrder() throws Refused {
        String path = "/studies/1.2/series/1.3/instances/1.4/frames/3,1";
        assertThat(Target.of(path).frames()).containsExactly(3, 1);
        assertThat(Target.of(path).action()).isEqualTo(Action.FRAMES);
        assertThat(Target.of(path + "/rendered").action()).isEqualTo(Action.RENDERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/studies/",
                "/studies/x",
                "/studies/1.2/",
                "/studies/1.2/studies",
                "/studies/1.2/instances/1.4",
                "/series/1.3",
                "/metadata",
                "/studies/1.2/frames/1",
                "/studies/1.2/metadata/more",
                "/studies/1.2/series/1.3/instances/1.4/frames",
                "/studies/1.2/series/1.3/instances/1.4/bulkdata",
                "/studies/11111111111111111111111111111111.11111111111111111111111111111111111"
            })
    void knowsNoOtherPath(String path) {
        assertThatThrownBy(() -> Target.of(path))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1,", "x", "1;2", "1234567"})
    void refusesFramesThatAreNoNumbers(String frames) {
        assertThatThrownBy(() -> Target.of("/studies/1.2/series/1.3/instances/1.4/frames/" + frames))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }
}
