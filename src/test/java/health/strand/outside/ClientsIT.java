package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.server.RunningStrand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three JavaScript clients as their authors published them. */
class ClientsIT {

    private static final Path CLIENTS = Path.of("src", "test", "clients");
    private static final RunningStrand STRAND = RunningStrand.get();

    @BeforeAll
    static void installsTheClients() throws Exception {
        Npm.install(CLIENTS);
    }

    @Test
    void worksWithUnmodifiedClients() throws Exception {
        Run run = run(
                Map.of(
                        "BASE", STRAND.base(),
                        "STAFF", STRAND.token("sora"),
                        "PATIENT_TOKEN", STRAND.token("ana"),
                        "PATIENT_ID", STRAND.id("ana")),
                "node",
                "run.mjs");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("ok fhirclient")
                .contains("ok fhir-kit-client")
                .contains("ok @medplum/core")
                .doesNotContain("not ok");
    }

    private record Run(int code, String output) {}

    private static Run run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(CLIENTS.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
