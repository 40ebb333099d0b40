package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer goes out in large pieces, whatever it is put together of. */
class PiecedAnswersIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int SMALL = 4096;

    @Test
    void sendsASearchInFewPieces() throws IOException {
        List<Integer> pieces = pieces("Observation?_count=100");

        int all = pieces.stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isGreaterThan(10 * SMALL);
        assertThat(pieces).hasSizeLessThan(all / SMALL);
    }

    /** The lengths of the chunks of an answer (RFC 9112 section 7.1). */
    private static List<Integer> pieces(String path) throws IOException {
        URI base = URI.create(STRAND.base() + "/" + path);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "GET " + base.getRawPath() + "?" + base.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + base.getAuthority() + "\r\nAuthorization: Bearer " + STRAND.token("ana")
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("transfer-encoding: chunked");
            List<Integer> pieces = new ArrayList<>();
            int place = answer.indexOf("\r\n\r\n") + 4;
            while (true) {
                int line = answer.indexOf("\r\n", place);
                int length = Integer.parseInt(answer.substring(place, line), 16);
                if (length == 0) {
                    return pieces;
                }
                pieces.add(length);
                place = line + 2 + length + 2;
            }
        }
    }
}
