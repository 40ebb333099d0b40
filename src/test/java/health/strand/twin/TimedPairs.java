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
        pairs += studies(report, requester, client, hidden, times, telling);
        report.tested("L52", pairs, telling);
    }

    /** A study of DICOM that is hidden, or of which all pictures are. */
    private static int studies(
            Report report,
            String requester,
            FhirClient client,
            Collection<StoredRecord> hidden,
            int times,
            List<Finding> telling) {
        StoredRecord found = hidden.stream()
                .filter(each -> each.type().equals("ImagingStudy") && !each.deleted())
                .findFirst()
                .orElse(null);
        if (found == null) {
            return 0;
        }
        String uid = found.body().at("/identifier/0/value").asText().replace("urn:oid:", "");
        for (String path : List.of("/dicomweb/studies/%s/metadata", "/dicomweb/studies?StudyInstanceUID=%s")) {
            compare(
                    report,
                    requester,
                    client,
                    times,
                    telling,
                    Ask.get(path.formatted(uid)).with("Accept", "application/dicom+json"),
                    Ask.get(path.formatted("2.25.11111111111111111")).with("Accept", "application/dicom+json"));
        }
        return 2;
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
        report.note("time of a " + kind + " of "
                + hidden.path().replaceFirst("^/", "").replaceAll("[/?].*", "") + " by " + requester
                + ", hidden and never there: " + timing);
        if (timing.tells()) {
            telling.add(new Finding(requester, hidden.in("L52"), timing.toString(), "the same time"));
        }
    }
}
