package health.strand.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has asked and found. */
final class Report {

    private final long seed;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, String> untested = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> answered = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    Report(long seed) {
        this.seed = seed;
    }

    void compare(String requester, List<Ask> asks, List<List<String>> world, List<List<String>> without) {
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            asked.merge(ask.row(), 1, Integer::sum);
            String status = world.get(i).get(0).substring(0, 3);
            answered.merge(ask.method() + " " + status, 1, Integer::sum);
            answered.merge(ask.row() + " " + status, 1, Integer::sum);
            if (!world.get(i).equals(without.get(i))) {
                findings.add(Finding.of(requester, ask, world.get(i), without.get(i)));
            }
        }
    }

    /** Looks for failures of the server that are alike with and without the hidden. */
    void lookForFailures(String requester, List<Ask> asks, List<List<String>> world, List<List<String>> without) {
        for (int i = 0; i < asks.size(); i++) {
            if (world.get(i).equals(without.get(i)) && world.get(i).stream().anyMatch(page -> page.startsWith("5"))) {
                findings.add(Finding.failure(requester, asks.get(i), world.get(i)));
            }
        }
    }

    /** Looks for words of the hidden that the requester has not said. */
    void look(String requester, List<Ask> asks, List<List<String>> world, Set<String> canaries) {
        for (int i = 0; i < asks.size(); i++) {
            String said = asks.get(i).said();
            for (String word : Words.in(String.join("\n", world.get(i)))) {
                if (canaries.contains(word) && !said.contains(word)) {
                    findings.add(new Finding(requester, asks.get(i), "shows " + word, "does not"));
                }
            }
        }
    }

    /** Counts something that was tested by other means, and what was wrong with it. */
    void tested(String row, int times, List<Finding> wrong) {
        asked.merge(row, times, Integer::sum);
        findings.addAll(wrong);
    }

    /** Says why a row could not be tested. */
    void untested(String row, String reason) {
        untested.put(row, reason);
    }

    void note(String text) {
        notes.add(text);
    }

    long seed() {
        return seed;
    }

    Map<String, Integer> asked() {
        return asked;
    }

    /** How often which method was answered with which status where the hidden is: {@code GET 200}, or {@code
     * L01 200} by its row. */
    Map<String, Integer> answered() {
        return answered;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> notes() {
        return notes;
    }

    List<Finding> of(LeakRegister.Row row) {
        return findings.stream()
                .filter(each -> each.ask().row().equals(row.number()))
                .toList();
    }

    /** {@code passed}, {@code failed}, or why it was not tested. */
    String verdict(LeakRegister.Row row) {
        if (!of(row).isEmpty()) {
            return "failed";
        }
        if (untested.containsKey(row.number())) {
            return "not tested: " + untested.get(row.number());
        }
        int times = row.asked().equals("every")
                ? asked.values().stream().mapToInt(Integer::intValue).sum()
                : asked.getOrDefault(row.number(), 0);
        if (times == 0) {
            boolean askable = List.of("drawn", "logs", "time", "every").contains(row.asked());
            return "not tested: " + (askable ? "no request of it was drawn" : row.asked());
        }
        boolean unclear = row.asked().equals("every") && !findings.isEmpty();
        return unclear ? "not clear: see what failed" : "passed";
    }
}
