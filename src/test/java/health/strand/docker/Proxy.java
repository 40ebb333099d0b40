package health.strand.docker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A real nginx on loopback, with the configuration of the containers. */
final class Proxy implements AutoCloseable {

    private static final Path TEMPLATE = Path.of("docker/proxy/strand.conf.template");
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Process process;
    private final int port;
    private final SSLContext anyCertificate;

    private Proxy(Process process, int port, SSLContext anyCertificate) {
        this.process = process;
        this.port = port;
        this.anyCertificate = anyCertificate;
    }

    static Proxy start(Path folder, String record, String recordAt, String identity, String identityAt)
            throws IOException, InterruptedException {
        int port = free();
        keys(folder);
        String servers = Files.readString(TEMPLATE)
                .replace("${RECORD_HOST}", record)
                .replace("${IDENTITY_HOST}", identity)
                .replace("${RECORD}", recordAt)
                .replace("${IDENTITY}", identityAt)
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("listen 80", "listen 127.0.0.1:" + free())
                .replace("/run/secrets/", folder + "/")
                .replace("/dev/stdout", folder + "/access.log");
        Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off; worker_processes 1; pid " + folder + "/pid; error_log " + folder
                        + "/error.log; events {} http { client_body_temp_path " + folder + "/body; proxy_temp_path "
                        + folder + "/proxy; fastcgi_temp_path " + folder + "/f; uwsgi_temp_path " + folder
                        + "/u; scgi_temp_path " + folder + "/s;\n" + servers + "\n}\n");
        Process process = new ProcessBuilder(
                        nginx(), "-p", folder.toString(), "-c", "nginx.conf", "-e", folder + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Proxy proxy = new Proxy(process, port, anyCertificate());
        proxy.await(folder);
        return proxy;
    }

    /** Installed, or unpacked by the test command. */
    private static String nginx() {
        Path unpacked = Path.of("target/nginx/usr/sbin/nginx");
        return Files.isExecutable(unpacked) ? unpacked.toAbsolutePath().toString() : "nginx";
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) throws IOException, InterruptedException {
        for (int tenth = 0; tenth < 100; tenth++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx ended: " + Files.readString(folder.resolve("out.log")));
            }
            try {
                status("nobody", "/");
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("nginx does not listen");
    }

    /** The status of the answer to a request, with the path just as it is. */
    int status(String host, String path) throws IOException {
        try (SSLSocket socket = (SSLSocket) anyCertificate.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    /** A certificate made for the occasion. */
    private static void keys(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-alias",
                        "proxy",
                        "-dname",
                        "CN=proxy",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            byte[] certificate =
                    Objects.requireNonNull(keys.getCertificate("proxy")).getEncoded();
            byte[] key = Objects.requireNonNull(keys.getKey("proxy", PASSWORD)).getEncoded();
            Files.writeString(folder.resolve("tls-certificate"), pem("CERTIFICATE", certificate));
            Files.writeString(folder.resolve("tls-key"), pem("PRIVATE KEY", key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    /** It is about what is passed on, not about whose certificate it is. */
    private static SSLContext anyCertificate() {
        TrustManager anyone = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String kind) {
                // nobody shows one
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String kind) {
                // made for the occasion
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {anyone}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
