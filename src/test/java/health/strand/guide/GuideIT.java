package health.strand.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.strand.server.RunningStrand;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide as a reader has it: served by the server, followed link by link, and opened in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideIT {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    /** One of each kind, and those that are hardest to lay out. */
    private static final List<String> SAMPLE = List.of(
            "artifacts.html",
            "StructureDefinition-hr-trichometry-panel.html",
            "StructureDefinition-hr-consent.html",
            "StructureDefinition-acquisition.html",
            "CodeSystem-consent-kind.html",
            "CodeSystem-loinc-fragment.html",
            "ValueSet-consent-purpose.html",
            "ConceptMap-zone-to-snomed.html",
            "SearchParameter-Observation-body-site.html",
            "OperationDefinition-donor-budget.html",
            "Questionnaire-wellbeing.html",
            "PlanDefinition-scan-clipped.html",
            "CapabilityStatement-record-server.html",
            "Observation-ana-vertex-panel.html",
            "nothing-is-here.html");

    private final URI guide = URI.create(RunningStrand.get().base()).resolve("/ig/");
    private Chromium chromium;

    @BeforeAll
    void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void leadsNowhereThatDoesNotExist() {
        LinkWalk walk = new LinkWalk(guide);
        walk.run();

        assertThat(walk.faults()).isEmpty();
        assertThat(walk.pages()).hasSizeGreaterThan(300);
    }

    static Stream<String> pages() {
        return Stream.concat(ReadingOrder.PAGES.stream().map(ReadingOrder.Entry::file), SAMPLE.stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadableByEverybodyOnADesktop(String page) {
        look(page, DESKTOP, false);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadableByEverybodyOnAPhoneInTheDark(String page) {
        look(page, PHONE, true);
    }

    private void look(String name, int width, boolean dark) {
        try (Chromium.View view = chromium.view(width, dark)) {
            Page page = view.open(guide.resolve(name).toString());

            assertThat(view.faults()).isEmpty();
            assertThat(view.widthOfContent()).as("width of the content").isLessThanOrEqualTo(width);
            assertThat(view.violations()).isEmpty();
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }
}
