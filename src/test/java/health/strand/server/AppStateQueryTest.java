package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.util.UrlUtil;
import health.strand.appstate.AppState.Content;
import health.strand.appstate.SubjectAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppStateQueryTest {

    private static Optional<Content> content(String query) {
        return new AppStateQuery(
                        UrlUtil.parseQueryStrings("?" + query), new SubjectAddress("https://fhir.example/fhir"))
                .content("a:b", "c");
    }

    @Test
    void looksForASubjectOrForNone() {
        assertThat(content("code=a:b|c&subject=https://fhir.example/fhir/Patient/ana&_format=json"))
                .hasValue(new Content("a:b", "c", "Patient/ana", ""));
        assertThat(content("code=a:b|c&subject:missing=true")).hasValue(new Content("a:b", "c", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/ana", "https://other.example/Patient/ana", "ana", ""})
    void findsNothingUnderAnotherAddress(String subject) {
        assertThat(content("code=a:b|c&subject=" + subject)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a:b|c",
                "code=a:b|c&subject:missing=false",
                "code=a:b|c&subject:missing=true&subject=https://fhir.example/fhir/Patient/ana",
                "code=a:b|c&subject:Patient=ana",
                "code=a:b|c&subject:missing=true&_lastUpdated=gt2020",
                "code=a:b|c&subject:missing=true&_id=1",
                "code=a:b|c&subject:missing=true&author=x"
            })
    void ignoresNothing(String query) {
        assertThatThrownBy(() -> content(query)).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"7\"", " W/\"7\" "})
    void readsTheVersionOfATag(String tag) {
        assertThat(AppStateRefusals.version(tag)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "W/\"07\"", "W/\"0\"", "W/\"7\", W/\"8\"", "W/\"99999999999\"", "W/\"a\""})
    void takesAnyOtherTagForNoVersion(String tag) {
        assertThat(AppStateRefusals.version(tag)).isEqualTo(AppStateRefusals.NO_VERSION);
    }

    @Test
    void wantsATag() {
        assertThatThrownBy(() -> AppStateRefusals.version(null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("If-Match");
    }
}
