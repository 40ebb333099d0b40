package health.strand.provision;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address somebody typed. What goes over the network goes over TLS, unless it stays on this machine. */
final class Address {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private Address() {}

    /** A web address that is safe to send secrets to, or to be sent to. */
    static URI secure(String name, String text) {
        URI address = parse(name, text);
        if (address.getHost() == null || !isHttps(address) && !isLoopback(address)) {
            throw new ProvisionFailed(
                    name + " is an https address, or an http address on loopback, not `" + text + "`");
        }
        return address;
    }

    /** Any absolute address without a fragment, user or wildcard. */
    static URI parse(String name, String text) {
        try {
            URI address = new URI(text);
            String fault = fault(address, text);
            if (fault != null) {
                throw new ProvisionFailed(name + " " + fault + ": `" + text + "`");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new ProvisionFailed(name + " is not an address: `" + text + "`", e);
        }
    }

    private static @Nullable String fault(URI address, String text) {
        if (text.contains("*")) {
            return "may hold no wildcard";
        }
        if (address.getRawFragment() != null) {
            return "may hold no fragment";
        }
        if (!address.isAbsolute() || address.isOpaque()) {
            return "is not a whole address";
        }
        if (address.getRawUserInfo() != null) {
            return "may name no user";
        }
        return address.normalize().equals(address) ? null : "may hold no step `..`, `.` or nothing";
    }

    static boolean isHttps(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    static boolean isLoopback(URI address) {
        return "http".equals(address.getScheme()) && address.getHost() != null && LOOPBACK.contains(address.getHost());
    }
}
