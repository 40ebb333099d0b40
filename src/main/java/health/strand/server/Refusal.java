package health.strand.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers requests without a usable token (RFC 6750 section 3), with one text whatever was wrong with it. */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "5");
            OutcomeWriter.write(
                    response, UNAVAILABLE, "transient", "tokens cannot be checked at the moment; try again shortly");
            return;
        }
        if (failure instanceof InvalidBearerTokenException) {
            unusable(response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        OutcomeWriter.write(response, UNAUTHORIZED, "login", "an access token is needed");
    }

    /** The token cannot be used, or no longer. */
    static void unusable(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        OutcomeWriter.write(response, UNAUTHORIZED, "login", "the access token is not valid here");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        OutcomeWriter.write(response, FORBIDDEN, "forbidden", "access denied");
    }
}
