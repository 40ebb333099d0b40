package health.strand.twin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Times requests for what is hidden against the same for what never was. */
final class TimedPairs {

    private static final String NEVER = "5a1d4b4e-0000-4000-8000-000000000000";

    private TimedPairs() {}

    static void measure(
            Report report, String requester, FhirClient client, Collection<StoredRecord> hidden, int times) {
        List<Finding> telling = new ArrayList<>();
        int pairs = 0;
        for (String type : List.of("Observation", "Patient")) {
            StoredRecord found = hidden.stream()
                    .filter(each -> each.type().equals(type) && !each.deleted())
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                continue;
            }
            String word = Words.in(found.body().toString()).stream().findFirst().orElse("none");
            String search = type.equals("Patient") ? "Patient?name=" : "Observation?code:text=";
            compare(report, requester, client, times, telling, Ask.get(found.reference()), Ask.get(type + "/" + NEVER));
            compare(report, requester, client, times, telling, Ask.get(search + word), Ask.get(search + "zqnobodyxxx"));
            compare(
                    report,
                    requester,
                    client,
                    times,
                    telling,
                    Ask.get(type + "?_id=" + found.id()),
                    Ask.get(type + "?_id=" + NEVER));
            pairs += 3;
        }
        report.tested("L52", pairs, telling);
    }

    private static void compare(
            Report report,
            String requester,
            FhirClient client,
            int times,
            List<Finding> telling,
            Ask hidden,
            Ask never) {
        Timing timing = Timing.of(() -> client.ask(hidden), () -> client.ask(never), times);
        String kind = hidden.path().contains("?") ? "search" : "read";
        report.note("time of a " + kind + " of " + hidden.path().replaceAll("[/?].*", "") + " by " + requester
                + ", hidden and never there: " + timing);
        if (timing.tells()) {
            telling.add(new Finding(requester, hidden.in("L52"), timing.toString(), "the same time"));
        }
    }
}
