package health.strand.server;

import health.strand.demo.LoadFailed;
import health.strand.embedded.DataDirectory;
import health.strand.embedded.EmbeddedFailure;
import health.strand.embedded.StepPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code strand demo}: PostgreSQL, Keycloak and the server on loopback, with a clinic in it, until it is told to end. */
public final class DemoCommand {

    private DemoCommand() {}

    /** Runs until a signal ends it; all three parts then stop in order. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DemoOptions options = DemoOptions.parse(arguments);
        try {
            run(options, System.out);
        } catch (EmbeddedFailure | LoadFailed e) {
            System.err.println("strand: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(DemoOptions options, PrintStream out) throws IOException, InterruptedException {
        StepPrinter progress = new StepPrinter(out);
        DataDirectory data = DataDirectory.open(options.data());
        EmbeddedParts parts = new EmbeddedParts(data, options.port(), progress);
        CountDownLatch ended = new CountDownLatch(1);
        ServerHolder server = new ServerHolder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            parts.close();
            ended.countDown();
        }));
        logInto(data);
        parts.startDatabase();
        progress.step("start Keycloak and the FHIR server on 127.0.0.1:" + options.port());
        CompletableFuture<Void> keycloak = CompletableFuture.runAsync(parts::startKeycloak);
        server.hold(application(parts).run());
        await(keycloak);
        progress.done();
        DemoClinic clinic = new DemoClinic(options, parts, data);
        clinic.loadOnce(out);
        DemoFarewell.print(out, options.port());
        Files.writeString(data.path().resolve("ready"), "ready\n");
        ended.await();
    }

    private static SpringApplication application(EmbeddedParts parts) {
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(parts.settings());
        return application;
    }

    /** The terminal is for the person who started this. */
    private static void logInto(DataDirectory data) {
        System.setProperty("logging.file.name", data.log("server").toString());
        System.setProperty("logging.threshold.console", "OFF");
    }

    private static void await(CompletableFuture<Void> part) {
        try {
            part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EmbeddedFailure failure ? failure : e;
        }
    }

    /** The running server, for the thread that ends it. */
    private static final class ServerHolder {

        private volatile @org.jspecify.annotations.Nullable ConfigurableApplicationContext context;

        void hold(ConfigurableApplicationContext running) {
            context = running;
        }

        void close() {
            ConfigurableApplicationContext running = context;
            if (running != null) {
                running.close();
            }
        }
    }
}
