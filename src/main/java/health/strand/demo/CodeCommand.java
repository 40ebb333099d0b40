package health.strand.demo;

import health.strand.embedded.DemoAuthenticator;
import java.time.Clock;

/** Prints what the authenticator app of every demo account shows now, for log-ins with a second factor in a browser. */
public final class CodeCommand {

    private CodeCommand() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
        System.out.println(DemoAuthenticator.code(Clock.systemUTC().instant()));
    }
}
