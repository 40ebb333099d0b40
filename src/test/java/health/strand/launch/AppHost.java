package health.strand.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Serves the example apps on loopback, with the library they load as its makers publish it. */
final class AppHost implements AutoCloseable {

    private static final Path SOURCES = Path.of("ig", "apps");
    private static final Path FOLDER = Path.of("target", "apps");
    private static final Path LIBRARY = Path.of("node_modules", "fhirclient", "build", "fhir-client.js");
    private static final List<String> FILES =
            List.of("chart.html", "viewer.html", "package.json", "package-lock.json", ".npmrc");

    private final HttpServer server;

    private AppHost(HttpServer server) {
        this.server = server;
    }

    static AppHost start() {
        try {
            Files.createDirectories(FOLDER);
            for (String file : FILES) {
                Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(FOLDER.resolve(LIBRARY))) {
                install();
            }
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", AppHost::answer);
            server.start();
            return new AppHost(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install() throws IOException {
        Path log = FOLDER.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                throw new IllegalStateException("npm could not install the apps' library: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String address(String file) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + file;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Path file = "fhir-client.js".equals(name) ? FOLDER.resolve(LIBRARY) : FOLDER.resolve(name);
        if (!name.matches("[a-z-]+\\.(html|js)") || !Files.exists(file)) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        byte[] body = Files.readAllBytes(file);
        exchange.getResponseHeaders()
                .set("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
