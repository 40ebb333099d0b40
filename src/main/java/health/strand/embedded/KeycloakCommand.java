package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Keycloak's Java command without its shell script, with flags for a quick start and a small footprint. */
final class KeycloakCommand {

    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms192m",
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final Path home;

    KeycloakCommand(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** Build options are fixed in the prepared files; a start does not repeat them. */
    static List<String> buildOptions() {
        return List.of("build", "--db=dev-file", "--health-enabled=true", "--features-disabled=kerberos");
    }

    static List<String> startOptions(int port, int managementPort) {
        String parameters = "--spi-login-protocol--openid-connect--";
        return List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=http://127.0.0.1:" + port,
                "--cache=local",
                // or what was committed in the last half second is lost when the process is killed
                "--db-url-properties=;WRITE_DELAY=0",
                // without these a scope text over 4000 characters is dropped in silence
                parameters + "req-params-default-max-size=16000",
                parameters + "add-req-params-max-number=20",
                parameters + "add-req-params-fail-fast=true");
    }

    Process run(List<String> arguments, Map<String, String> environment, Path log) throws IOException {
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        Collections.addAll(
                command,
                "-Djava.io.tmpdir=" + temporary,
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(ChildCommand.ownSession(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // settings of some other Keycloak on this machine must not reach ours
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
