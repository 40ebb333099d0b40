package health.strand.twin;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** {@code strand twin}: asks this server, or another, whether it tells of what it hides. */
public final class TwinCommand {

    private static final Path FOLDER = Path.of("target", "twin");

    private TwinCommand() {}

    /** Ends with 0 when nothing was told, 1 when something was, 2 when it could not be asked. */
    @SuppressWarnings("CatchAndPrintStackTrace") // whoever runs it has nothing else to look at
    public static void main(String[] arguments) {
        int end = 2;
        try {
            end = run(TwinOptions.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("strand: " + e.getMessage());
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(end);
    }

    private static int run(TwinOptions options) throws IOException, SQLException {
        boolean foreign = !options.base().isEmpty();
        Report report = foreign ? new ForeignServer(options).ask(System.out::println) : own(options);
        System.out.println(ReportFiles.write(report, foreign ? options.base() : "this server", FOLDER));
        System.out.println("the report is in " + FOLDER.toAbsolutePath());
        return report.findings().isEmpty() ? 0 : 1;
    }

    private static Report own(TwinOptions options) throws SQLException {
        String folder = String.valueOf(ProcessHandle.current().pid());
        System.out.println("starting a server with a database of its own");
        try (TwinServer server = new TwinServer(FOLDER.resolve(folder))) {
            TwinLogs logs = TwinLogs.listen();
            TwinRun run = server.run(options.seed());
            System.out.println("seed " + options.seed() + ": " + run.records().size() + " resources, "
                    + run.requesters().size() + " requesters");
            Report report = new Report(options.seed());
            int each = Math.max(1, options.requests() / run.requesters().size());
            for (Requester requester : run.requesters()) {
                run.add(report, requester, each, database -> {});
                if (options.timed() > 0) {
                    run.time(report, requester, options.timed());
                }
                System.out.println("  " + requester + ": " + report.findings().size() + " found so far");
            }
            logs.report(report);
            return report;
        }
    }
}
