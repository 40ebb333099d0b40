package health.strand.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run found, by row of the leak register. */
final class Report {

    private final long seed;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Report(long seed) {
        this.seed = seed;
    }

    void compare(String requester, List<Ask> asks, List<List<String>> world, List<List<String>> without) {
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            asked.merge(ask.row(), 1, Integer::sum);
            if (!world.get(i).equals(without.get(i))) {
                findings.add(Finding.of(requester, ask, world.get(i), without.get(i)));
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

    long seed() {
        return seed;
    }

    Map<String, Integer> asked() {
        return asked;
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + ", asked " + asked + "\n");
        findings.forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }
}
