package health.strand.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of the guide says what the tables say that are read. */
class LawPageTest {

    @Test
    void showsEveryPlaceAsItIsRead() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("ig", "pages", "production.md")).stream()
                .dropWhile(line -> !line.startsWith("| table | of age |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Jurisdictions.codes().stream().map(LawPageTest::row).toList());
    }

    @Test
    void saysRightWhatIsTheSameEverywhere() {
        assertThat(Jurisdictions.codes()).map(Jurisdictions::shipped).allSatisfy(law -> {
            assertThat(law.gated()).containsExactly("GDIS");
            assertThat(law.restrictions()).isEqualTo(RestrictionVisibility.HIDDEN);
            assertThat(law.retention(DataClass.AUDIT).map(RetentionRule::period))
                    .hasValue(Period.ofYears(6));
            assertThat(law.treatment().entrySet().stream()
                            .filter(each -> each.getValue() == LegalBasis.CONSENT)
                            .map(Map.Entry::getKey))
                    .containsExactly(DataClass.GENETIC);
        });
    }

    private static String row(String code) {
        Jurisdiction law = Jurisdictions.shipped(code);
        RetentionRule clinical = law.retention(DataClass.CLINICAL).orElseThrow();
        Period period = clinical.period();
        String kept = period == null ? "not known: " + clinical.source() : period.getYears() + " years";
        if (clinical.minorsUntil() != null) {
            kept += ", of minors until " + clinical.minorsUntil();
        }
        StartEvent start = clinical.start();
        return "| "
                + String.join(
                        " | ",
                        "`" + code + "`",
                        String.valueOf(law.majority()),
                        law.breakGlass() ? "yes" : "no",
                        law.absoluteOptOut() ? "yes" : "no",
                        kept,
                        start == null
                                ? "–"
                                : start.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        clinical.verified() ? "yes" : "no")
                + " |";
    }
}
