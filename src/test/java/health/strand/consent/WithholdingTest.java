package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.sensitivity;
import static health.strand.consent.Consents.withheld;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S11: what is kept from the patient bears a dated reason that is given once. */
class WithholdingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");

    private final Withholding withholding = new Withholding(BERLIN);

    private static Observation labelled() {
        Observation note = new Observation();
        note.getMeta().addSecurity(sensitivity("NOPAT"));
        return note;
    }

    private static Observation since(String date) {
        Observation note = labelled();
        note.addExtension(withheld(date));
        return note;
    }

    private boolean refuses(@Nullable Resource before, Resource written) {
        return !withholding.problems(before, written, NOON).isEmpty();
    }

    @Test
    void refusesALabelWithoutAReasonAndAReasonWithoutALabel() {
        Observation reasonAlone = new Observation();
        reasonAlone.addExtension(withheld("2026-03-01"));
        Binary file = new Binary();
        file.getMeta().addSecurity(sensitivity("TBOO"));

        assertThat(withholding.problems(null, labelled(), NOON))
                .extracting(ConsentProblem::element, ConsentProblem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Observation.meta.security", "hr-withheld"));
        assertThat(refuses(null, reasonAlone)).isTrue();
        assertThat(refuses(null, file)).isTrue();
        assertThat(refuses(null, since("2026-03-01"))).isFalse();
        assertThat(refuses(null, new Observation())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:00:00Z, false",
        "2026-03-01T11:00:01Z, true",
        "2026-03-01, false",
        "2026-03-02, true",
        "2020, false",
    })
    void refusesADateToCome(String date, boolean refused) {
        assertThat(refuses(null, since(date))).isEqualTo(refused);
    }

    /** What it was made from has the reason. */
    @Test
    void asksNoReasonForALabelThatIsBorneAlready() {
        assertThat(refuses(labelled(), labelled())).isFalse();
        assertThat(refuses(labelled(), since("2026-03-01"))).isFalse();
        assertThat(refuses(new Observation(), labelled())).isTrue();
    }

    @Test
    void keepsAReasonAndRefusesAnother() {
        Observation without = labelled();
        Withholding.keep(since("2026-02-01"), without);
        assertThat(refuses(since("2026-02-01"), without)).isFalse();
        assertThat(withholding.until(without)).isEqualTo("2026-03-02T23:00:00Z");

        Observation later = since("2026-02-20");
        Withholding.keep(since("2026-02-01"), later);
        assertThat(refuses(since("2026-02-01"), later)).isTrue();
    }
}
