package health.strand.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import health.strand.embedded.Persona;
import health.strand.guide.Chromium;
import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example apps with the library app authors use, driven in a real browser. */
class ExampleAppsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String CHART = "example-chart";
    private static final String VIEWER = "example-viewer";
    private static final double PATIENCE = 30_000;

    private static AppHost host;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        host = AppHost.start();
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        register(CHART, "chart.html", true);
        register(VIEWER, "viewer.html", false);
    }

    private static void register(String app, String page, boolean asks) {
        Apps.realm().add(app, "strand-app", client -> {
            client.put("consentRequired", asks);
            client.putArray("redirectUris").add(host.address(page));
        });
    }

    @AfterAll
    static void stop() {
        chromium.close();
        host.close();
    }

    @Test
    void letsAPatientGrantPartOfTheChartRenewItAndSignOut() {
        Page page = chromium.window();
        openChart(page);
        logIn(page, "ana");
        Locator observations = page.locator("input[value='patient/Observation.rs']");
        assertThat(observations).isChecked();
        assertThat(page.getByText("Laboratory results", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.locator("input[value='patient/Condition.rs']").uncheck();
        button(page, "Continue").click();

        assertThat(page.locator("#who")).hasText("Chart of Ana Ruiz");
        assertThat(page.locator("#rows tr").first()).isVisible();
        assertThat(page.locator("#granted")).containsText("patient/Observation.rs");
        assertThat(page.locator("#granted")).not().containsText("patient/Condition.rs");
        button(page, "Renew access").click();
        assertThat(page.locator("#granted")).containsText("Renewed: ");
        button(page, "Sign out").click();
        assertThat(page.locator("#who")).hasText("Signed out");
        assertThat(page.locator("#fault")).isEmpty();
    }

    @Test
    void tellsAPatientWhoRefusesAndTheAppThatAsked() {
        Page page = chromium.window();
        openChart(page);
        logIn(page, "ben");
        button(page, "Refuse").click();

        assertThat(page.locator("#fault")).containsText("refused");
    }

    @Test
    void opensThePatientWhoIsOpenInTheEhr() throws IOException {
        Page page = chromium.window();
        page.navigate(host.address("viewer.html?iss=" + encoded(STRAND.base()) + "&launch=" + handle("sora")));
        logIn(page, "sora");

        assertThat(page.locator("#banner")).containsText("Ana Ruiz");
        assertThat(page.locator("#user")).containsText("Opened by Sora Lind, to compare scans");
        assertThat(page.locator("#scans li").first()).isVisible();
        button(page, "Renew access").click();
        assertThat(page.locator("#user")).hasText("Still open for " + STRAND.id("ana"));
        assertThat(page.locator("#fault")).isEmpty();
    }

    @Test
    void refusesMarketingWhoMayOpenNobody() {
        Page page = chromium.window();
        openChart(page);
        logIn(page, "mia");

        assertThat(page.locator("#fault")).containsText("no patient");
    }

    @Test
    void staysShortEnoughToBeCopied() throws IOException {
        for (String app : new String[] {"chart.html", "viewer.html"}) {
            assertThat(Files.readAllLines(Path.of("ig", "apps", app))).hasSizeLessThan(150);
        }
    }

    private static void openChart(Page page) {
        page.navigate(host.address("chart.html?iss=" + encoded(STRAND.base())));
    }

    private static void logIn(Page page, String persona) {
        page.locator("#username").fill(persona);
        page.locator("#password").fill(Persona.DEMO_PASSWORD);
        page.locator("#kc-login").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As the portal gets it for whoever is signed in there. */
    private static String handle(String persona) throws IOException {
        HttpResponse<String> answer = Apps.launch(
                STRAND.token(persona),
                "{\"client_id\": \"" + VIEWER + "\", \"patient\": \"" + STRAND.id("ana")
                        + "\", \"intent\": \"compare scans\"}");
        return new ObjectMapper().readTree(answer.body()).path("launch").asText();
    }
}
