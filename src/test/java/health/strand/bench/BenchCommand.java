package health.strand.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code strand bench}: what consent costs, on this machine. */
public final class BenchCommand {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int CONSENTS = 200;

    private final BenchOptions options;
    private final PrintStream out;
    private final BenchReport report = new BenchReport();
    private final long begun = System.nanoTime();

    private BenchCommand(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures and prints the figures; they are in {@code target/bench/report.md} afterwards. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(BenchOptions.parse(arguments), System.out);
        System.exit(0);
    }

    static String run(BenchOptions options, PrintStream out) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        System.setProperty("logging.file.name", FOLDER.resolve("server.log").toString());
        System.setProperty("logging.threshold.console", "OFF");
        BenchCommand command = new BenchCommand(options, out);
        try (BenchServer server = new BenchServer(options)) {
            command.measure(server);
        }
        String markdown = command.report.markdown();
        Files.writeString(FOLDER.resolve("report.md"), markdown);
        out.println(markdown);
        return markdown;
    }

    private void measure(BenchServer server) throws InterruptedException {
        Clinic clinic = new Clinic(server);
        if (!ClinicCopies.isThere(server.superuser())) {
            say("load " + options.template() + " patients");
            clinic.load(options.template(), this::say);
        }
        ClinicCopies copies = new ClinicCopies(server::superuser, server.bodies());
        if (!ClinicCopies.isThere(server.superuser())) {
            copies.takeTemplate();
        }
        Sample decide = Decisions.micros(CONSENTS);
        report.heading("One decision");
        report.line(BenchReport.text(
                "`decide` with %d consents: median %.1f µs, p99 %.1f µs",
                CONSENTS, decide.median(), decide.quantile(0.99)));
        for (int size : options.sizes()) {
            say("grow to " + size + " patients");
            copies.growTo(size, this::say);
            say(clinic.size());
            say(new CopyCheck(server).run());
            measure(server, clinic);
        }
    }

    private void measure(BenchServer server, Clinic clinic) {
        report.heading(clinic.size());
        Interleaved interleaved = new Interleaved(server, options.seconds());
        List<Interleaved.Result> results = new ArrayList<>();
        for (Question question : new Questions(server, clinic).all()) {
            say(question.who() + ": " + question.what());
            results.add(interleaved.ask(question));
        }
        report.questions(results);
        report.line("");
        say("changes");
        Changes changes = new Changes(server, clinic);
        report.changes(changes.all());
        changes.dearest(12).forEach(each -> say("  " + each));
    }

    private void say(String text) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, text);
    }
}
