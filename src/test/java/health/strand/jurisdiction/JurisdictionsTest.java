package health.strand.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.DataClass;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JurisdictionsTest {

    private static final String HEADER = "what,of,value,from,checked,source\n";
    private static final String LIKE = HEADER + "like,,EU-generic,,,\n";

    private static RetentionRule rule(String code, DataClass dataClass) {
        return Jurisdictions.shipped(code).retention(dataClass).orElseThrow();
    }

    static List<String> codes() {
        return Jurisdictions.codes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void saysOfEveryPlaceHowLongEachClassOfDataIsKept(String code) {
        Jurisdiction law = Jurisdictions.shipped(code);

        assertThat(law.retention().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DataClass.values())
                        .filter(DataClass::aboutPatients)
                        .toList());
        assertThat(law.retention().values()).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.start() != null || rule.period() == null).isTrue();
        });
        assertThat(law.retention(DataClass.REGISTRY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void opensGeneticDataByConsentOnlyEverywhere(String code) {
        Jurisdiction law = Jurisdictions.shipped(code);

        assertThat(law.gated()).containsExactly("GDIS");
        assertThat(law.treatment())
                .containsEntry(DataClass.GENETIC, LegalBasis.CONSENT)
                .containsEntry(DataClass.CLINICAL, LegalBasis.CARE);
    }

    /** Nobody has read more than these; whoever has makes the list longer. */
    @Test
    void callsVerifiedOnlyWhatSomebodyHasRead() {
        assertThat(codes().stream()
                        .filter(code -> rule(code, DataClass.CLINICAL).verified()))
                .containsExactly("DE");
        assertThat(codes().stream().filter(code -> rule(code, DataClass.AUDIT).verified()))
                .containsExactly("EU-generic", "DE", "FR", "NL", "ES", "PL", "US-HIPAA", "US-CA");
        assertThat(codes())
                .allSatisfy(code -> assertThat(Jurisdictions.shipped(code).retention())
                        .extractingByKeys(
                                DataClass.SCALP_IMAGE, DataClass.GENETIC, DataClass.BILLING, DataClass.MARKETING)
                        .noneMatch(RetentionRule::verified));
        assertThat(Jurisdictions.shipped("DE").unverified())
                .contains("age majority", "may break-glass", "keep billing")
                .doesNotContain("keep clinical", "restriction", "may absolute-opt-out", "name");
    }

    @Test
    void keepsAnotherPlacesStatementsButThoseMadeAnew() {
        Jurisdiction california = Jurisdictions.shipped("US-CA");
        Jurisdiction states = Jurisdictions.shipped("US-HIPAA");

        assertThat(california.name()).isEqualTo("California");
        assertThat(california.notices()).isEqualTo(states.notices());
        assertThat(rule("US-CA", DataClass.GENETIC).source()).contains("SB 41");
        assertThat(rule("US-CA", DataClass.AUDIT)).isEqualTo(rule("US-HIPAA", DataClass.AUDIT));
    }

    @Test
    void keepsWhatBelongsToTheClinicalRecordAsLongAsThat() {
        RetentionRule clinical =
                Jurisdictions.shipped("FR").retention(DataClass.CLINICAL).orElseThrow();
        RetentionRule image =
                Jurisdictions.shipped("FR").retention(DataClass.SCALP_IMAGE).orElseThrow();

        assertThat(image.period()).isEqualTo(clinical.period()).isEqualTo(Period.ofYears(20));
        assertThat(image.minorsUntil()).isEqualTo(28);
        assertThat(image.source()).isNotEqualTo(clinical.source());
    }

    @Test
    void takesAClinicsOwnTable() {
        Jurisdiction own = Jurisdictions.parse(LIKE
                + "name,,Ruritania,,,\n"
                + "gated,,GDIS PSY,,seen,own law\n"
                + "age,majority,21,,seen,own law\n"
                + "may,break-glass,no,,seen,own law\n"
                + "restriction,,constant-notice,,seen,own law\n"
                + "keep,scalp-image,P5Y,last-change,seen,own law, article 5\n"
                + "notice,majority,P2M,,seen,own law\n");

        assertThat(own.name()).isEqualTo("Ruritania");
        assertThat(own.gated()).containsExactlyInAnyOrder("GDIS", "PSY");
        assertThat(own.majority()).isEqualTo(21);
        assertThat(own.breakGlass()).isFalse();
        assertThat(own.absoluteOptOut()).isTrue();
        assertThat(own.restrictions()).isEqualTo(RestrictionVisibility.CONSTANT_NOTICE);
        assertThat(own.retention(DataClass.SCALP_IMAGE))
                .hasValue(
                        new RetentionRule(Period.ofYears(5), StartEvent.LAST_CHANGE, null, "own law, article 5", true));
        assertThat(own.notice(NoticeKind.MAJORITY)).hasValue(new Notice(Period.ofMonths(2), "own law"));
        assertThat(own.notice(NoticeKind.RECTIFICATION)).isEmpty();
        assertThat(own.unverified()).contains("keep clinical").doesNotContain("age majority", "gated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "like,,XX,,, | line 2: `XX` is none of EU-generic, DE",
                "name,,A,,,\\nlike,,DE,,, | line 3: `like` is the first line",
                "name,,A,, | line 2: 5 columns, not 6",
                "name,,A,,,\\nname,,B,,, | line 3: there is a line for `name,` already",
                "name,,,,, | line 2: the value is missing",
                "name,,A,,seen,b | line 2: `name` rests on no law",
                "name,x,A,,, | line 2: `name` is of nothing",
                "colour,,A,,seen,b | line 2: `colour` is not known",
                "age,majority,18,,perhaps,b | line 2: `perhaps` is neither `seen` nor `check`",
                "age,majority,18,,seen, | line 2: the source is missing",
                "age,majority,-1,,seen,b | line 2: `-1` is no age",
                "age,marriage,18,,seen,b | line 2: the age of `marriage` is not known",
                "age,majority,18,recording,seen,b | line 2: only what is kept is kept from something on",
                "may,sleep,yes,,seen,b | line 2: what may be or not, `sleep`, is not known",
                "may,break-glass,maybe,,seen,b | line 2: `maybe` is neither `yes` nor `no`",
                "gated,,genetic,,seen,b | line 2: `genetic` are no sensitivity codes",
                "restriction,,loud,,seen,b | line 2: visibility of restrictions `loud` is not known",
                "treat,hair,care,,seen,b | line 2: data class `hair` is not known",
                "treat,clinical,luck,,seen,b | line 2: legal basis `luck` is not known",
                "keep,registry,P1Y,recording,seen,b | line 2: `registry` is about no patient",
                "keep,clinical,ten years,recording,seen,b | line 2: `ten years` is no period such as P10Y",
                "keep,clinical,P0D,recording,seen,b | line 2: `P0D` is no period such as P10Y",
                "keep,clinical,P1Y,,seen,b | line 2: start `` is not known",
                "keep,clinical,P1Y,birth,seen,b | line 2: start `birth` is not known",
                "keep,clinical,as clinical,,seen,b | line 2: start `` is not known",
                "minors,clinical,soon,,seen,b | line 2: `soon` is no age",
                "notice,supper,P1D,,seen,b | line 2: notice `supper` is not known"
            })
    void refusesNamingTheLine(String lines, String fault) {
        assertThatThrownBy(() -> Jurisdictions.parse(HEADER + lines.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name, | name,",
                "treat,face-image | treat,face-image",
                "gated, | gated,",
                "age,majority | age,majority",
                "may,break-glass | may,break-glass",
                "may,absolute-opt-out | may,absolute-opt-out",
                "restriction, | restriction,",
                "keep,clinical | keep,clinical",
                "keep,audit | keep,audit",
                "notice,majority | notice,majority"
            })
    void refusesATableThatLeavesSomethingOut(String without, String named) {
        String table = Jurisdictions.text("UK")
                .lines()
                .filter(line -> !line.startsWith(without))
                .reduce("", (all, line) -> all + line + "\n");

        assertThatThrownBy(() -> Jurisdictions.parse(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no line for `" + named + "`");
    }

    @Test
    void refusesToLeaveGeneticDataUngated() {
        assertThatThrownBy(() -> Jurisdictions.parse(LIKE + "gated,,PSY,,seen,b\n"))
                .hasMessage("`gated,` is without GDIS");
    }

    @Test
    void refusesATableWithoutHeader() {
        assertThatThrownBy(() -> Jurisdictions.parse("\n# nothing\n")).hasMessage("line 3: the header is missing");
        assertThatThrownBy(() -> Jurisdictions.parse("what,of\n")).hasMessageStartingWith("line 1: the header is not");
    }
}
