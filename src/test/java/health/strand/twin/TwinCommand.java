package health.strand.twin;

import java.nio.file.Path;

/** {@code ./strand twin}. */
public final class TwinCommand {

    private TwinCommand() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        int questions = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        try (TwinServer server = new TwinServer(Path.of("target", "twin", String.valueOf(ProcessHandle.current().pid())))) {
            TwinRun run = server.run(seed);
            System.out.println(run.records().size() + " resources");
            for (Requester each : run.requesters()) {
                System.out.println(each + " hidden " + run.hidden(each).size());
            }
            System.out.println(run.run(questions, OpenLeaks.LEFT_OUT, System.out::println));
        }
    }
}
