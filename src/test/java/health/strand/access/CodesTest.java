package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {

    @Test
    void ordersConfidentialitiesByHarm() {
        StringBuilder codes = new StringBuilder();
        for (Confidentiality each : Confidentiality.values()) {
            codes.append(each.code());
            assertThat(Confidentiality.fromCode(each.code())).contains(each);
        }
        assertThat(codes).hasToString("ULMNRV");
        assertThat(Confidentiality.fromCode("X")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void findsActionsByTheirCode(Action action) {
        assertThat(Action.fromCode(action.code())).contains(action);
        assertThat(Action.fromCode("erase")).isEmpty();
    }

    @Test
    void writesActionsAsR4Does() {
        assertThat(Action.COLLECT.code()).isEqualTo("collect");
        assertThat(Action.DISCLOSE.code()).isEqualTo("disclose");
    }

    @ParameterizedTest
    @EnumSource(ImplicitRight.class)
    void findsRightsByTheirLetter(ImplicitRight right) {
        assertThat(ImplicitRight.fromLetter(String.valueOf(right.letter()))).contains(right);
        assertThat(ImplicitRight.fromLetter("X")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PurposeOfUse.class)
    void coversThePurposeItIs(PurposeOfUse purpose) {
        assertThat(purpose.covers(purpose)).isTrue();
        assertThat(PurposeOfUse.fromCode(purpose.code())).contains(purpose);
        assertThat(PurposeOfUse.fromCode("FUN")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TREAT, ETREAT",
        "TREAT, COC",
        "HRESCH, BIORCH",
        "HRESCH, CLINTRCHNPC",
        "CLINTRCH, CLINTRCHNPC",
        "HOPERAT, HCOMPL",
        "HOPERAT, HTEST",
        "HPAYMT, ELIGVER",
        "PUBHLTH, THREAT"
    })
    void coversWhatLiesBelowIt(PurposeOfUse named, PurposeOfUse requested) {
        assertThat(named.covers(requested)).isTrue();
        assertThat(requested.covers(named)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ETREAT, BTG",
        "TREAT, BTG",
        "HOPERAT, MLTRAINING",
        "HRESCH, POARCH",
        "PATRQT, FAMRQT",
        "PATRQT, PWATRNY",
        "PATRQT, SUPNWK",
        "TREAT, HRESCH",
        "HRESCH, TREAT",
        "BIORCH, DSRCH"
    })
    void coversNothingThatMustBeNamedItself(PurposeOfUse named, PurposeOfUse requested) {
        assertThat(named.covers(requested)).isFalse();
    }
}
