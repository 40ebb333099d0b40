package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextsTest {

    @Test
    void takesAwayCodeNumbersAndClassNames() {
        assertThat(ErrorTexts.cleaned("HAPI-0450: HAPI-1861: ca.uhn.fhir.parser.DataFormatException: bad JSON"))
                .isEqualTo("bad JSON");
    }

    @Test
    void keepsWhatTheRequesterWrote() {
        assertThat(ErrorTexts.cleaned("Unknown search parameter \"colour\" for resource type \"Patient\""))
                .isEqualTo("Unknown search parameter \"colour\" for resource type \"Patient\"");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(ErrorTexts.cleaned("x".repeat(5_000))).hasSizeLessThan(1_010);
    }
}
