package health.strand.provision;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an app is.
 *
 * @param redirects where browsers are sent back to, exactly
 * @param launch what an EHR opens to launch it
 */
record AppAddresses(List<String> redirects, Optional<String> launch) {

    /** Of an app on a telephone or desktop; the dot keeps out schemes that browsers know (RFC 8252, 7.1). */
    private static final Pattern PRIVATE_SCHEME = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

    static AppAddresses of(Arguments arguments, AppKind kind) {
        List<String> redirects = arguments.all("--redirect");
        Optional<String> launch = arguments.one("--launch-url");
        if (!kind.isForPeople() && !(redirects.isEmpty() && launch.isEmpty())) {
            throw new ProvisionFailed("a backend is not opened in a browser: it has no --redirect and no --launch-url");
        }
        if (kind.isForPeople() && redirects.isEmpty()) {
            throw new ProvisionFailed("--redirect is missing");
        }
        redirects.forEach(redirect -> check(redirect, kind));
        launch.ifPresent(address -> Address.secure("--launch-url", address));
        return new AppAddresses(redirects, launch);
    }

    private static void check(String text, AppKind kind) {
        URI redirect = Address.parse("--redirect", text);
        if (kind == AppKind.SECRET && !Address.isHttps(redirect)) {
            throw new ProvisionFailed(
                    "an app with a secret runs on a server: --redirect is an https address, not `" + text + "`");
        }
        boolean ownScheme = kind == AppKind.PUBLIC
                && PRIVATE_SCHEME.matcher(redirect.getScheme()).matches();
        if (!Address.isHttps(redirect) && !Address.isLoopback(redirect) && !ownScheme) {
            throw new ProvisionFailed(
                    "--redirect is an https address, an http address on loopback, or, of a public app,"
                            + " an address of a scheme of its own such as org.example.app:/callback, not `" + text
                            + "`");
        }
    }
}
