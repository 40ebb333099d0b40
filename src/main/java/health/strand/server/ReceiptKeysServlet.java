package health.strand.server;

import health.strand.receipts.ReceiptSeal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers {@code .well-known/receipt-keys}, open to everybody: a receipt is verified without asking who holds it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, JWK Set</a>
 */
final class ReceiptKeysServlet extends HttpServlet {

    static final String PATH = FhirConfiguration.PATH + "/.well-known/receipt-keys";

    private static final long serialVersionUID = 1L;

    private final transient byte[] keys;

    ReceiptKeysServlet(ReceiptSeal seal) {
        this.keys = seal.publishedKeys().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(keys.length);
        response.getOutputStream().write(keys);
    }
}
