package health.strand.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Measures withdrawals of single consents, beside an update of something that decides nothing. */
final class Changes {

    private static final int WARM = 40;
    private static final int MEASURED = 100;

    private final BenchServer server;
    private final Clinic clinic;
    private final String token;

    Changes(BenchServer server, Clinic clinic) {
        this.server = server;
        this.clinic = clinic;
        this.token = server.systemToken();
    }

    /** One kind of change: how long it took whole, how much of that the database, and how many statements. */
    record Result(String what, Sample whole, Sample database, Sample statements) {}

    private record Taken(List<Double> whole, List<Double> database, List<Double> statements) {

        Taken() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Result as(String what) {
            return new Result(what, Sample.of(whole), Sample.of(database), Sample.of(statements));
        }
    }

    List<Result> all() {
        List<String> consents = clinic.consents(WARM + MEASURED);
        List<String> conditions = clinic.conditions(WARM + MEASURED);
        Map<String, Taken> taken = new LinkedHashMap<>();
        for (int turn = 0; turn < Math.min(consents.size(), conditions.size()); turn++) {
            if (turn == WARM) {
                taken.clear();
                server.clock().bySql().clear();
            }
            change(taken, "update of a condition", conditions.get(turn), Changes::neutral);
            change(taken, "withdrawal of a consent", consents.get(turn), body -> status(body, "active", "inactive"));
            change(taken, "consent given again", consents.get(turn), body -> status(body, "inactive", "active"));
        }
        return taken.entrySet().stream()
                .map(each -> each.getValue().as(each.getKey()))
                .toList();
    }

    /** The statements that waited longest for the database over all changes: milliseconds and number a turn. */
    List<String> dearest(int most) {
        List<Map.Entry<String, StatementClock.Spent>> all =
                new ArrayList<>(server.clock().bySql().entrySet());
        all.sort(Comparator.comparingDouble((Map.Entry<String, StatementClock.Spent> each) ->
                        each.getValue().millis())
                .reversed());
        return all.stream()
                .limit(most)
                .map(each -> "%.2f  %.1f x %s"
                        .formatted(
                                each.getValue().millis() / MEASURED,
                                (double) each.getValue().statements() / MEASURED,
                                each.getKey().replaceAll("\\s+", " ").strip()))
                .toList();
    }

    private void change(Map<String, Taken> taken, String what, String reference, UnaryOperator<String> change) {
        String body = change.apply(server.get(token, reference).body());
        server.clock().start();
        long begun = System.nanoTime();
        HttpResponse<String> answer = server.write(token, "PUT", reference, body);
        double whole = (System.nanoTime() - begun) / 1e6;
        StatementClock.Spent spent = server.clock().stop();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(what + ": " + answer.body());
        }
        Taken of = taken.computeIfAbsent(what, any -> new Taken());
        of.whole.add(whole);
        of.database.add(spent.millis());
        of.statements.add((double) spent.statements());
    }

    private static String neutral(String condition) {
        return condition.replaceFirst("\"recordedDate\": ?\"\\d{4}", "\"recordedDate\":\"2019");
    }

    private static String status(String consent, String from, String to) {
        String changed = consent.replaceFirst("\"status\": ?\"" + from + "\"", "\"status\":\"" + to + "\"");
        if (changed.equals(consent)) {
            throw new IllegalStateException("the consent is not " + from);
        }
        return changed;
    }
}
