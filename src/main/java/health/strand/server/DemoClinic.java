package health.strand.server;

import health.strand.demo.ClinicLoader;
import health.strand.demo.LoadResult;
import health.strand.demo.LoaderLogin;
import health.strand.demo.ProgressBar;
import health.strand.demo.SyntheticClinic;
import health.strand.embedded.DataDirectory;
import health.strand.embedded.KeycloakSetup;
import health.strand.embedded.Persona;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Loads the synthetic clinic into a running server, once per data folder, and gives the accounts their records. */
final class DemoClinic {

    private static final String LOADED = "clinic-loaded";

    private final DemoOptions options;
    private final EmbeddedParts parts;
    private final Path marker;

    DemoClinic(DemoOptions options, EmbeddedParts parts, DataDirectory data) {
        this.options = options;
        this.parts = parts;
        this.marker = data.path().resolve(LOADED);
    }

    void loadOnce(PrintStream out) throws IOException, InterruptedException {
        if (Files.exists(marker)) {
            out.println("  the clinic is loaded already: "
                    + Files.readString(marker).strip());
            return;
        }
        out.printf(Locale.ROOT, "  load the clinic: %d patients, seed %d%n", options.patients(), options.seed());
        LoadResult result = load(out);
        link(result);
        String summary = String.format(
                Locale.ROOT,
                "%,d resources in %.1f s, %.0f resources a second",
                result.resources(),
                result.seconds(),
                result.resources() / result.seconds());
        Files.writeString(marker, summary + System.lineSeparator());
        out.println("  loaded " + summary);
    }

    LoadResult load(PrintStream out) throws InterruptedException {
        LoaderLogin login = new LoaderLogin(parts.keycloakAccess());
        ClinicLoader loader = new ClinicLoader(
                URI.create(parts.ports().fhirBase()),
                login::accessToken,
                new ProgressBar(out, System.console() != null));
        return loader.load(new SyntheticClinic(options.seed(), options.patients(), LocalDate.now()));
    }

    private void link(LoadResult result) {
        KeycloakSetup setup = parts.keycloak().setup();
        result.accounts().forEach((login, account) -> {
            if (Persona.named(login).isPresent()) {
                setup.linkAccount(login, account.fhirUser());
            }
        });
    }
}
