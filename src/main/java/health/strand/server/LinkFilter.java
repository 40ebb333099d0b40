package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.audit.TrailUnavailable;
import health.strand.links.LinkedRequest;
import health.strand.links.LinkedResponse;
import health.strand.links.PictureLink;
import health.strand.links.PictureLinks;
import health.strand.smart.KeptClaims;
import health.strand.smart.SmartToken;
import health.strand.smart.SmartTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens links to pictures: what they stand for is asked by whoever made them, with the rights of this moment. Whatever keeps it
 * from being shown, the answer is one and the same.
 */
final class LinkFilter extends OncePerRequestFilter {

    private static final String TOKEN = LinkFilter.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final SmartTokens tokens = new SmartTokens();
    private final PictureLinks links;
    private final EarlyRefusals refusals;
    private final Clock clock;

    LinkFilter(PictureLinks links, EarlyRefusals refusals, Clock clock) {
        this.links = links;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The token a request came with; none for one that came by a link. */
    static Optional<Jwt> tokenOf(RequestDetails request) {
        return request instanceof ServletRequestDetails asked
                        && asked.getServletRequest().getAttribute(TOKEN) instanceof Jwt token
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Jwt> shown = shown();
        String link = link(request);
        if (link == null) {
            shown.ifPresent(token -> request.setAttribute(TOKEN, token));
            chain.doFilter(request, response);
            return;
        }
        Optional<PictureLink> opened;
        try {
            opened = links.open(link).filter(each -> isGood(each, shown, request));
        } catch (DataAccessException | TrailUnavailable e) {
            OutcomeWriter.unavailable(response);
            return;
        }
        if (opened.isEmpty()) {
            leadNowhere(response);
        } else {
            follow(opened.get(), request, response, chain);
        }
    }

    private static @Nullable String link(HttpServletRequest request) {
        boolean reads = READING.contains(request.getMethod());
        if (!reads || !request.getServletPath().equals(FhirConfiguration.PATH)) {
            return null;
        }
        String[] values = request.getParameterValues(PictureLinks.PARAMETER);
        return values == null ? null : values.length == 1 ? values[0] : "";
    }

    private static Optional<Jwt> shown() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(token.getToken())
                : Optional.empty();
    }

    /** One that has ended is like a token that has: nobody is known to ask by it, so nothing is recorded of anybody. */
    private boolean isGood(PictureLink link, Optional<Jwt> shown, HttpServletRequest request) {
        if (!clock.instant().isBefore(link.until())) {
            return false;
        }
        SmartToken maker = tokens.read(KeptClaims.again(link.claims()));
        Optional<SmartToken> other = shown.map(tokens::read).filter(each -> !isSame(each, maker));
        other.ifPresent(each -> refusals.ofLinkOfAnother(request, each));
        return other.isEmpty();
    }

    private static boolean isSame(SmartToken one, SmartToken other) {
        return one.subject().equals(other.subject()) && one.clientId().equals(other.clientId());
    }

    private static void follow(
            PictureLink link, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new JwtAuthenticationToken(KeptClaims.again(link.claims()), List.of())));
        LinkedResponse held = new LinkedResponse(response);
        chain.doFilter(new LinkedRequest(request, link.path()), held);
        if (held.isRefused()) {
            leadNowhere(response);
        }
    }

    private static void leadNowhere(HttpServletResponse response) throws IOException {
        response.reset();
        OutcomeWriter.write(response, HttpServletResponse.SC_NOT_FOUND, "not-found", "this link leads nowhere");
    }
}
