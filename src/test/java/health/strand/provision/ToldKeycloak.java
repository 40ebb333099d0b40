package health.strand.provision;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands where a Keycloak would and answers what a test tells it to; keeps what it was asked for. */
final class ToldKeycloak implements AutoCloseable {

    static final String MASTER = "{\"realm\":\"master\",\"token-service\":\"there\"}";
    static final String TOKEN = "{\"access_token\":\"a.b.c\",\"expires_in\":60}";

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;
    private final Administration administration;
    private final int status;
    private final String answer;

    /** Lets everybody in, and answers so to whatever its administration is asked for. */
    ToldKeycloak(int status, String answer) {
        this.status = status;
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/realms/master", exchange -> answer(exchange, 200, MASTER));
        server.createContext("/realms/master/protocol", exchange -> answer(exchange, 200, TOKEN));
        server.createContext("/admin", this::tell);
        server.createContext("/elsewhere", exchange -> answer(exchange, 200, "<html>Welcome</html>"));
        server.start();
        administration = new Administration(address(), "admin", "a-secret");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Administration administration() {
        return administration;
    }

    private void tell(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", text.startsWith("<") ? "text/html" : "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        administration.close();
        server.stop(0);
    }
}
