package health.strand.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of one world to one requester, without what differs between any two answers. */
final class TwinWorld {

    private static final String MADE_FOR_THE_ANSWER = ".*/(Bundle|CapabilityStatement)/.*";

    private final Map<String, String> answers = new LinkedHashMap<>();

    /** @param hidden what {@link TwinRequests#HIDDEN} stands for in this world */
    TwinWorld(RunningStrand strand, String token, List<String> requests, String hidden) {
        for (String request : requests) {
            HttpResponse<String> answer = strand.get(token, request.replace(TwinRequests.HIDDEN, hidden));
            answers.put(request, normal(answer).replace(hidden, TwinRequests.HIDDEN));
        }
    }

    /** The requests that were answered otherwise, with both answers. */
    List<String> differences(TwinWorld other) {
        List<String> found = new ArrayList<>();
        answers.forEach((request, answer) -> {
            String twin = String.valueOf(other.answers.get(request));
            if (!answer.equals(twin)) {
                found.add(request + ": " + shown(answer, twin) + " | " + shown(twin, answer));
            }
        });
        return found;
    }

    /** All answers as one text, to look for what must not be anywhere. */
    String everything() {
        return String.join("\n", answers.values());
    }

    private static String shown(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(Math.max(0, at - 60), Math.min(one.length(), at + 160));
    }

    /** Status, headers and body; of a Bundle without its id and time, and of a sealed page only its length. */
    private static String normal(HttpResponse<String> answer) {
        if (!answer.body().startsWith("{")) {
            return headers(answer, false) + answer.body();
        }
        JsonNode body = Answers.json(answer);
        if ("CapabilityStatement".equals(body.path("resourceType").asText())) {
            // made anew every minute
            ((ObjectNode) body).remove(List.of("id", "date"));
        }
        boolean bundle = "Bundle".equals(body.path("resourceType").asText());
        if (bundle) {
            ((ObjectNode) body).remove("id");
            ((ObjectNode) body).remove("meta");
            body.path("link").forEach(TwinWorld::withoutToken);
        }
        return headers(answer, bundle) + body;
    }

    private static void withoutToken(JsonNode link) {
        String url = link.path("url").asText();
        ((ObjectNode) link).put("url", url.replaceAll("_page=.*", "_page=…" + url.length()));
    }

    /** A Bundle is as new as its answer. */
    private static String headers(HttpResponse<String> answer, boolean bundle) {
        StringBuilder text = new StringBuilder().append(answer.statusCode()).append('\n');
        answer.headers().map().forEach((name, values) -> {
            boolean ofThisAnswer = List.of("date", "x-request-id", "content-length", "connection")
                            .contains(name)
                    || bundle && "last-modified".equals(name)
                    || "content-location".equals(name) && values.toString().matches(MADE_FOR_THE_ANSWER);
            if (!ofThisAnswer) {
                text.append(name).append('=').append(values).append('\n');
            }
        });
        return text.toString();
    }
}
