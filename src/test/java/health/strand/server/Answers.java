package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/** Reads and compares answers. */
final class Answers {

    private static final int MOST_PAGES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static Bundle bundle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }

    /** The body as JSON, whatever the status. */
    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Every entry of every page. */
    static List<Bundle.BundleEntryComponent> pages(RunningStrand strand, String token, String search) {
        List<Bundle.BundleEntryComponent> all = new ArrayList<>();
        String next = search;
        for (int page = 0; page < MOST_PAGES; page++) {
            Bundle bundle = bundle(strand.get(token, next));
            all.addAll(bundle.getEntry());
            if (bundle.getLink("next") == null) {
                return all;
            }
            next = bundle.getLink("next").getUrl();
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages");
    }

    /** Status, headers and body without what differs between any two answers: times, bundle ids and the ids asked for. */
    static String normal(HttpResponse<String> answer, String... asked) {
        String text = answer.statusCode() + "\n" + headers(answer) + "\n" + answer.body();
        for (String id : asked) {
            text = text.replace(id, "<asked>");
        }
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                .replace("<id>", "<asked>")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})", "<time>")
                .replaceAll("content-length: \\d+", "content-length");
    }

    private static String headers(HttpResponse<String> answer) {
        StringBuilder text = new StringBuilder();
        answer.headers().map().forEach((name, values) -> {
            if (!"connection".equalsIgnoreCase(name)
                    && !"date".equalsIgnoreCase(name)
                    && !"last-modified".equalsIgnoreCase(name)
                    && !"x-request-id".equalsIgnoreCase(name)) {
                text.append(name.toLowerCase(java.util.Locale.ROOT))
                        .append(": ")
                        .append(String.join(",", values))
                        .append('\n');
            }
        });
        return text.toString();
    }
}
