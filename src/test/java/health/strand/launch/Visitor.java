package health.strand.launch;

import health.strand.embedded.Persona;
import health.strand.server.RunningStrand;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser: keeps cookies, fills in forms, and stops where Keycloak sends the browser back to an app. */
final class Visitor {

    private static final int MOST_STEPS = 8;

    private final Map<String, String> cookies = new HashMap<>();
    private final String redirect;

    /** @param redirect where the app waits */
    Visitor(String redirect) {
        this.redirect = redirect;
    }

    /** A page, or the way back to the app. */
    record Place(int status, String body, @Nullable String location, String address) {

        boolean isBack() {
            return location != null;
        }

        /** What the app is told. */
        Fields told() {
            if (location == null) {
                throw new AssertionError("a page, and not the way back to the app: HTTP " + status + "\n"
                        + Jsoup.parse(body).text());
            }
            return Fields.parse(URI.create(location).getRawQuery());
        }

        Element form() {
            Element form = Jsoup.parse(body, address).selectFirst("form");
            if (form == null) {
                throw new AssertionError("no form: HTTP " + status + "\n" + body);
            }
            return form;
        }

        /** The form's fields as they are ticked and filled in. */
        Fields fields() {
            Fields fields = new Fields();
            for (Element input : form().select("input")) {
                String type = input.attr("type");
                boolean choice = "checkbox".equals(type) || "radio".equals(type);
                if (!choice || input.hasAttr("checked")) {
                    fields.add(input.attr("name"), input.attr("value"));
                }
            }
            return fields;
        }

        String text() {
            return Jsoup.parse(body).text();
        }
    }

    Place open(String address) {
        return go(HttpRequest.newBuilder(URI.create(address)).GET(), address);
    }

    Place post(String address, Fields fields) {
        return go(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields.encoded())),
                address);
    }

    /** Signs in as a demo account for what an app asks, and gives what the app is told. */
    Fields signIn(App app, App.Request request, String persona) {
        return logIn(open(app.address(request)), persona).told();
    }

    /** Fills in the log-in page as a demo account. */
    Place logIn(Place page, String persona) {
        return submit(page, page.fields().set("username", persona).set("password", Persona.DEMO_PASSWORD));
    }

    Place submit(Place page, Fields fields) {
        return post(page.form().absUrl("action"), fields);
    }

    private Place go(HttpRequest.Builder request, String address) {
        HttpResponse<String> answer = send(request);
        String here = address;
        for (int step = 0; step < MOST_STEPS; step++) {
            String location = answer.headers().firstValue("Location").orElse(null);
            if (location == null) {
                return new Place(answer.statusCode(), answer.body(), null, here);
            }
            if (location.startsWith(redirect)) {
                return new Place(answer.statusCode(), answer.body(), location, here);
            }
            here = URI.create(here).resolve(location).toString();
            answer = send(HttpRequest.newBuilder(URI.create(here)).GET());
        }
        throw new AssertionError("redirected for ever, last to " + here);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = RunningStrand.get().send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
