package health.strand.server;

import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.audit.TrailUnavailable;
import health.strand.enforcement.CurrentRequester;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.PageEpochs;
import health.strand.enforcement.PageLinks;
import health.strand.enforcement.PageRequest;
import health.strand.enforcement.PageTokens;
import health.strand.enforcement.Requesters;
import health.strand.enforcement.SealedPage;
import health.strand.smart.SmartToken;
import health.strand.smart.SmartTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the verified token into the requester, and a sealed page link into the query it stands for. */
final class RequesterFilter extends OncePerRequestFilter {

    private static final String EMERGENCY =
            "<https://strand.health/fhir/OperationDefinition/break-glass>; rel=\"https://strand.health/fhir/rel/break-glass\";"
                    + " title=\"in an emergency a record may be opened; that is told to the patient and reviewed\"";

    private final SmartTokens tokens = new SmartTokens();
    private final EndedAccess ended;
    private final EarlyRefusals refusals;
    private final Requesters requesters;
    private final PageTokens pages;
    private final PageEpochs epochs;
    private final String base;

    RequesterFilter(
            EndedAccess ended,
            EarlyRefusals refusals,
            Requesters requesters,
            PageTokens pages,
            PageEpochs epochs,
            String base) {
        this.ended = ended;
        this.refusals = refusals;
        this.requesters = requesters;
        this.pages = pages;
        this.epochs = epochs;
        this.base = base;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        Requester requester;
        try {
            SmartToken read = tokens.read(token.getToken());
            if (ended.includes(read)) {
                refusals.ofEndedAccess(request, read);
                Refusal.unusable(response);
                return;
            }
            requester = requesters.of(read);
        } catch (DataAccessException | TrailUnavailable e) {
            OutcomeWriter.unavailable(response);
            return;
        }
        CurrentRequester.put(request, requester);
        if (requester.kind() == RequesterKind.STAFF) {
            // the same on every answer, so that it tells nothing of any record
            response.addHeader("Link", EMERGENCY);
        }
        try {
            paged(request, response, chain, requester);
        } finally {
            DecidedReach.forgetOnThisThread();
        }
    }

    private void paged(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Requester requester)
            throws ServletException, IOException {
        boolean record = request.getServletPath().equals(FhirConfiguration.PATH);
        Map<String, String[]> query =
                record && "GET".equals(request.getMethod()) ? request.getParameterMap() : Map.of();
        String[] page = query.get(PageLinks.PARAMETER);
        if (page == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SealedPage> opened;
        try {
            opened = page.length == 1
                    ? pages.open(page[0], requester).flatMap(each -> at(each, requester))
                    : Optional.empty();
            if (opened.isEmpty()) {
                refusals.of(request, requester, "page-link-invalid");
            }
        } catch (DataAccessException | TrailUnavailable e) {
            OutcomeWriter.unavailable(response);
            return;
        }
        if (opened.isEmpty()) {
            OutcomeWriter.write(response, 410, "expired", "this page link is no longer valid");
            return;
        }
        String link = base + "?" + PageLinks.PARAMETER + "=" + page[0];
        chain.doFilter(new PageRequest(request, opened.get(), link), response);
    }

    /** The page, unless something was taken from the requester since its link was made. */
    private Optional<SealedPage> at(SealedPage page, Requester requester) {
        return page.epoch().isEmpty()
                ? Optional.empty()
                : epochs.since(page.epoch(), requester).map(now -> new SealedPage(page.query(), now));
    }
}
