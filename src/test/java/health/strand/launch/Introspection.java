package health.strand.launch;

import health.strand.launch.App.Answer;
import health.strand.server.RunningStrand;
import org.jspecify.annotations.Nullable;

/** Asks the realm, as the record server, what a token is. */
final class Introspection {

    private static final String SECRET = "introspection of the tests";

    private static @Nullable App server;

    private Introspection() {}

    static Answer of(String token) {
        return server().post("token/introspect", Fields.of("token", token));
    }

    private static synchronized App server() {
        App known = server;
        if (known == null) {
            String base = RunningStrand.get().base();
            Apps.realm()
                    .send(
                            "PUT",
                            "/clients/fhir-server",
                            "{\"clientId\": \"" + base + "\", \"secret\": \"" + SECRET + "\"}");
            known = new App(
                    Apps.issuer(),
                    base,
                    base,
                    fields -> fields.set("client_id", base).set("client_secret", SECRET));
            server = known;
        }
        return known;
    }
}
