package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryUrlTest {

    @Test
    void readsASearch() {
        EntryUrl url = EntryUrl.parse("Observation?patient=1&code=a%7Cb");

        assertThat(url.type()).isEqualTo("Observation");
        assertThat(url.id()).isNull();
        assertThat(url.query().get("code")).containsExactly("a|b");
    }

    @Test
    void readsAnOperationOnAnInstance() {
        EntryUrl url = EntryUrl.parse("/Patient/1/$everything");

        assertThat(url.id()).isEqualTo("1");
        assertThat(url.operation()).isEqualTo("$everything");
    }

    @Test
    void readsAnOperationOnAType() {
        assertThat(EntryUrl.parse("Observation/$validate").operation()).isEqualTo("$validate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "metadata", "../Patient/1", "http://elsewhere/Patient/1", "$export", "?x=y"})
    void refusesWhatBeginsWithNoType(String url) {
        assertThatThrownBy(() -> EntryUrl.parse(url)).isInstanceOf(InvalidRequestException.class);
    }
}
