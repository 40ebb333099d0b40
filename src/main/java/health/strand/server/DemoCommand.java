package health.strand.server;

import health.strand.StrandServer;
import health.strand.demo.LoadFailed;
import health.strand.embedded.DataDirectory;
import health.strand.embedded.EmbeddedFailure;
import health.strand.embedded.StepPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
        parts.start();
        progress.step("start the FHIR server on 127.0.0.1:" + options.port());
        SpringApplication application = new SpringApplication(StrandServer.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(parts.settings());
        server.hold(application.run());
        progress.done();
        DemoClinic clinic = new DemoClinic(options, parts, data);
        clinic.loadOnce(out);
        DemoFarewell.print(out, options.port());
        Files.writeString(data.path().resolve("ready"), "ready\n");
        ended.await();
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
