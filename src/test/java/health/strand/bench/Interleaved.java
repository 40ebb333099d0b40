package health.strand.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Asks one question again and again, each time in every arm, in an order that is drawn anew. */
final class Interleaved {

    private static final int FEWEST = 15;
    private static final long SEED = 4;

    private final BenchServer server;
    private final long nanos;

    Interleaved(BenchServer server, int seconds) {
        this.server = server;
        this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /**
     * The durations of one question.
     *
     * @param status of the answers, the same in every arm
     * @param entries how many resources the last answers held
     */
    record Result(Question question, int status, Map<Arm, Sample> samples, Map<Arm, Integer> entries) {}

    /** A third of the time is for getting warm. */
    Result ask(Question question) {
        Random random = new Random(SEED);
        ask(question, random, nanos / 3);
        return ask(question, random, nanos);
    }

    private Result ask(Question question, Random random, long time) {
        Map<Arm, List<Double>> millis = new EnumMap<>(Arm.class);
        Map<Arm, Integer> entries = new EnumMap<>(Arm.class);
        List<Arm> order = new ArrayList<>(Arrays.asList(Arm.values()));
        int status = 0;
        long begun = System.nanoTime();
        for (int turn = 0; turn < FEWEST || System.nanoTime() - begun < time; turn++) {
            Collections.shuffle(order, random);
            for (Arm arm : order) {
                server.use(arm);
                long sent = System.nanoTime();
                HttpResponse<String> answer = server.get(question.token(), question.path(turn));
                double took = (System.nanoTime() - sent) / 1e6;
                millis.computeIfAbsent(arm, any -> new ArrayList<>()).add(took);
                entries.merge(arm, Clinic.entries(answer.body()), Integer::sum);
                status = answer.statusCode();
                if (status >= 500) {
                    throw new IllegalStateException(question + ": " + answer.body());
                }
            }
        }
        server.use(Arm.ON);
        return result(question, status, millis, entries);
    }

    private static Result result(
            Question question, int status, Map<Arm, List<Double>> millis, Map<Arm, Integer> entries) {
        Map<Arm, Sample> samples = new EnumMap<>(Arm.class);
        millis.forEach((arm, each) -> {
            samples.put(arm, Sample.of(each));
            entries.computeIfPresent(arm, (same, sum) -> Math.round((float) sum / each.size()));
        });
        return new Result(question, status, samples, entries);
    }
}
