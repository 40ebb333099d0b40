package health.strand.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link inside the guide, from its first page on, and notes those that lead nowhere. */
final class LinkWalk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI start;
    private final Deque<URI> waiting = new ArrayDeque<>();
    private final Map<URI, Set<String>> anchors = new HashMap<>();
    private final Map<URI, List<URI>> anchored = new HashMap<>();
    private final Set<URI> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    LinkWalk(URI start) {
        this.start = start;
    }

    void run() {
        follow(start, start);
        while (!waiting.isEmpty()) {
            visit(waiting.remove());
        }
        anchored.forEach((from, targets) -> targets.forEach(target -> {
            if (!anchors.getOrDefault(bare(target), Set.of()).contains(target.getFragment())) {
                faults.add(from + " leads to a place that does not exist: " + target);
            }
        }));
    }

    Set<URI> pages() {
        return anchors.keySet();
    }

    List<String> faults() {
        return faults;
    }

    private void visit(URI address) {
        HttpResponse<String> answer = get(address);
        if (answer.statusCode() != 200) {
            faults.add(address + " answers " + answer.statusCode());
        } else if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            read(address, Jsoup.parse(answer.body(), address.toString()));
        }
    }

    private void read(URI address, Document page) {
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!ids.add(element.id())) {
                faults.add(address + " has two places called " + element.id());
            }
        }
        anchors.put(address, ids);
        page.select("a[href]").forEach(link -> follow(URI.create(link.absUrl("href")), address));
        page.select("link[href]").forEach(link -> follow(URI.create(link.absUrl("href")), address));
        page.select("img[src]").forEach(image -> follow(URI.create(image.absUrl("src")), address));
    }

    private void follow(URI target, URI from) {
        if (!target.getAuthority().equals(start.getAuthority())) {
            if (!"https".equals(target.getScheme()) && !"http".equals(target.getScheme())) {
                faults.add(from + " leads to " + target);
            }
            return;
        }
        if (target.getFragment() != null) {
            anchored.computeIfAbsent(from, page -> new ArrayList<>()).add(target);
        }
        URI address = bare(target);
        if (seen.add(address)) {
            waiting.add(address);
        }
    }

    private static URI bare(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    private HttpResponse<String> get(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
