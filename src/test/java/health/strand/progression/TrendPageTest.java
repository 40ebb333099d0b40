package health.strand.progression;

import static health.strand.progression.Panels.panel;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

class TrendPageTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String page(Locale locale, Observation... panels) {
        List<Observation> all = List.of(panels);
        return TrendPage.in(locale, BERLIN)
                .of(TrendParameters.of(Trend.of("vertex", "hair-density", all, new ClinicFigures(List.of())), all));
    }

    private static long count(String page, String element) {
        return Pattern.compile("<" + element + "[ >]").matcher(page).results().count();
    }

    @Test
    void drawsAMarkForEachMeasurementAndALineForThoseThatCanBeCompared() {
        String page = page(
                Locale.ENGLISH,
                panel("a", "2024-01-01", "one", 170),
                panel("b", "2024-06-01", "one", 160),
                panel("c", "2025-06-01", "other", 120));
        assertThat(count(page, "circle")).isEqualTo(2);
        assertThat(count(page, "rect")).isEqualTo(1);
        assertThat(count(page, "g")).isEqualTo(2);
        assertThat(count(page, "tr")).isEqualTo(4);
        assertThat(page).contains("Hair density, vertex", "−10.0", "Below 13.9 %", "hairs/cm²");
    }

    @Test
    void saysHowTheErrorOfTheMethodIsKnown() {
        assertThat(page(
                        Locale.ENGLISH,
                        panel("a", "2024-01-01", "one", 170),
                        Panels.varying(panel("b", "2024-06-01", "one", 100), 3.4, "test-retest")))
                .contains("153.3 – 186.7 (5.0 %, assumed)", "93.3 – 106.7 (3.4 %, measured by the clinic)");
    }

    /** A mark stands as high as its number, between the ends of its band. */
    @Test
    void drawsHigherWhatIsMore() {
        String page = page(Locale.ENGLISH, panel("a", "2024-01-01", "one", 100), panel("b", "2024-06-01", "one", 200));
        List<Double> heights = Pattern.compile("cy=\"([0-9.]+)\"")
                .matcher(page)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
        assertThat(heights.get(0)).isGreaterThan(heights.get(1));
    }

    @Test
    void showsOneMeasurementAndNone() {
        assertThat(page(Locale.ENGLISH, panel("a", "2024-01-01", "one", 170))).contains("<circle");
        assertThat(page(Locale.ENGLISH))
                .contains("There are no such measurements")
                .doesNotContain("<svg");
    }

    @Test
    void speaksGerman() {
        assertThat(page(Locale.GERMAN, panel("a", "2024-01-01", "one", 170)))
                .contains("lang=\"de\"", "Haardichte, Scheitel", "1. Januar 2024");
    }

    @Test
    void hasTheSameWordsInBothLanguages() {
        Set<String> english = words("en");
        assertThat(words("de")).isEqualTo(english).isNotEmpty();
    }

    private static Set<String> words(String language) {
        return new TreeSet<>(
                java.util.ResourceBundle.getBundle("health.strand.progression.page", Locale.forLanguageTag(language))
                        .keySet());
    }

    @Test
    void escapesWhatItIsGiven() {
        Observation panel = panel("a", "2024-01-01", "<script>", 170);
        panel.getMethod().getCodingFirstRep().setCode("<script>");
        assertThat(page(Locale.ENGLISH, panel)).doesNotContain("<script>");
    }
}
