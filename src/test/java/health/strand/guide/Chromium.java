package health.strand.guide;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; a test that needs one and finds none fails. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String AXE = script("/axe.min.js");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. */
    public static Chromium start() {
        Path program = program();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setHeadless(true)
                .setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static Path program() {
        Optional<Path> found = Stream.concat(
                        Optional.ofNullable(System.getenv("STRAND_CHROMIUM")).map(Path::of).stream(),
                        NAMES.stream().flatMap(Chromium::inPath))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(
                "Chromium is missing: install Debian's package chromium, or name one in STRAND_CHROMIUM"));
    }

    private static Stream<Path> inPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    }

    private static String script(String name) {
        try (InputStream script = Objects.requireNonNull(Chromium.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A bare window of its own, in which nothing is remembered. */
    public Page window() {
        return browser.newContext().newPage();
    }

    /** A window of its own, in which nothing is remembered, and that is looked at. */
    View view(int width, boolean dark) {
        return new View(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One window, and everything that went wrong in it. */
    static final class View implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> faults = new ArrayList<>();

        private View(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onPageError(faults::add);
            page.onRequestFailed(request -> faults.add("failed: " + request.url()));
        }

        /** Opens a page; a page about a missing page is a page too, but what it loads must be there. */
        Page open(String address) {
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())
                        && !message.location().startsWith(address)) {
                    faults.add(message.text());
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400 && !response.url().equals(address)) {
                    faults.add(response.status() + " " + response.url());
                }
            });
            page.navigate(address);
            return page;
        }

        List<String> faults() {
            return faults;
        }

        int widthOfContent() {
            return (int) page.evaluate("document.documentElement.scrollWidth");
        }

        /** What axe holds to be a serious or critical barrier, with the element. */
        @SuppressWarnings("unchecked")
        List<String> violations() {
            page.evaluate(AXE);
            return (List<String>) page.evaluate("""
                    async () => (await axe.run({resultTypes: ['violations']})).violations
                        .filter(violation => ['serious', 'critical'].includes(violation.impact))
                        .flatMap(violation => violation.nodes.map(node => violation.id + ': ' + node.html))
                    """);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
