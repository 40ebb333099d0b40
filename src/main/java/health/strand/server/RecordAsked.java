package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.Requester;
import health.strand.dicomweb.GivenFile;
import health.strand.dicomweb.Refused;
import health.strand.dicomweb.RequestersRecord;
import health.strand.enforcement.CurrentRequester;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.PageEpochs;
import health.strand.enforcement.PageLinks;
import health.strand.enforcement.PageRequest;
import health.strand.enforcement.PageTokens;
import health.strand.enforcement.SealedPage;
import health.strand.server.RecordRequest.Asked;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record as whoever made a request has it. Everything goes through the FHIR endpoint, as if they had asked there: the same
 * gates, the same rows, and an entry of the trail for each.
 */
final class RecordAsked implements RequestersRecord {

    private static final String PAGE = "?" + PageLinks.PARAMETER + "=";
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private final Endpoint endpoint;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String requestId;
    private boolean asked;

    /** What is the same for all requests. */
    record Endpoint(FhirServer server, FhirContext context, PageTokens pages, PageEpochs epochs) {}

    /** @param requestId by which all that is asked is known to belong together */
    RecordAsked(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response, String requestId) {
        this.endpoint = endpoint;
        this.request = request;
        this.response = response;
        this.requestId = requestId;
    }

    /** Whether anything was asked, which is then recorded. */
    boolean wasAsked() {
        return asked;
    }

    @Override
    public <T extends Resource> List<T> search(Class<T> type, Map<String, List<String>> query, int most)
            throws IOException, Refused {
        Map<String, List<String>> whole = new TreeMap<>(query);
        whole.put("_count", List.of(Integer.toString(Math.min(FhirServer.LARGEST_PAGE, most + 1))));
        HttpServletRequest first = asked("/" + type.getSimpleName(), whole, "application/fhir+json");
        List<T> found = new ArrayList<>();
        Bundle page = bundle(first);
        add(page, type, found);
        for (Optional<String> next = next(page); next.isPresent() && found.size() <= most; next = next(page)) {
            page = bundle(further(next.get()));
            add(page, type, found);
        }
        return found;
    }

    private static <T extends Resource> void add(Bundle page, Class<T> type, List<T> found) {
        page.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(found::add);
    }

    private static Optional<String> next(Bundle page) {
        return page.getLink().stream()
                .filter(each -> "next".equals(each.getRelation()))
                .map(BundleLinkComponent::getUrl)
                .findFirst();
    }

    /** What was taken from them meanwhile ends the search; they may search again. */
    private HttpServletRequest further(String link) throws Refused {
        String token = link.substring(link.indexOf(PAGE) + PAGE.length());
        Requester requester = CurrentRequester.of(request).orElseThrow(RecordAsked::unavailable);
        SealedPage page = endpoint.pages()
                .open(token, requester)
                .flatMap(each ->
                        endpoint.epochs().since(each.epoch(), requester).map(now -> new SealedPage(each.query(), now)))
                .orElseThrow(RecordAsked::unavailable);
        return new PageRequest(asked("", Map.of(), "application/fhir+json"), page, link);
    }

    private Bundle bundle(HttpServletRequest inner) throws IOException, Refused {
        RecordAnswer answer = answer(inner);
        return endpoint.context().newJsonParser().parseResource(Bundle.class, answer.text());
    }

    @Override
    public GivenFile file(String reference) throws IOException, Refused {
        RecordRequest inner = asked("/" + reference, Map.of(), "*/*");
        FileContent.keepFor(inner);
        try {
            answer(inner);
        } catch (IOException | Refused | RuntimeException e) {
            Optional<GivenFile> opened = FileContent.keptFor(inner);
            if (opened.isPresent()) {
                opened.get().close();
            }
            throw e;
        }
        return FileContent.keptFor(inner).orElseThrow(Refused::notFound);
    }

    @Override
    public void write(Bundle transaction) throws IOException, Refused {
        // as bytes and at once: HAPI reads the whole of it before it begins
        byte[] body = endpoint.context()
                .newJsonParser()
                .encodeResourceToString(transaction)
                .getBytes(StandardCharsets.UTF_8);
        answer(RecordRequest.post(request, body)
                .with("Prefer", "return=minimal")
                .with("X-Request-ID", requestId));
    }

    private RecordRequest asked(String path, Map<String, List<String>> query, String accept) {
        return new RecordRequest(
                request,
                new Asked("GET", path, query),
                Map.of("Accept", accept, "X-Request-ID", requestId),
                InputStream.nullInputStream());
    }

    private RecordAnswer answer(HttpServletRequest inner) throws IOException, Refused {
        RecordAnswer answer = new RecordAnswer(response);
        asked = true;
        try {
            endpoint.server().service(inner, answer);
        } catch (ServletException e) {
            throw new IOException("the record was not reached", e);
        } finally {
            DecidedReach.forgetOnThisThread();
        }
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            throw refused(answer);
        }
        return answer;
    }

    private Refused refused(RecordAnswer answer) {
        // what must be done to be let in is told as it is
        answer.header("WWW-Authenticate").ifPresent(each -> response.setHeader("WWW-Authenticate", each));
        return switch (answer.getStatus()) {
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_GONE -> Refused.notFound();
            case HttpServletResponse.SC_UNAUTHORIZED ->
                new Refused(HttpServletResponse.SC_UNAUTHORIZED, "login", "the access token does not do for this");
            case HttpServletResponse.SC_FORBIDDEN ->
                new Refused(HttpServletResponse.SC_FORBIDDEN, "forbidden", "access denied");
            case HttpServletResponse.SC_BAD_REQUEST,
                    HttpServletResponse.SC_CONFLICT,
                    HttpServletResponse.SC_PRECONDITION_FAILED,
                    UNPROCESSABLE ->
                new Refused(answer.getStatus(), "processing", "the record does not take what was to be written");
            default -> unavailable();
        };
    }

    private static Refused unavailable() {
        return new Refused(UNAVAILABLE, "transient", "the record cannot be reached at the moment; try again shortly");
    }
}
