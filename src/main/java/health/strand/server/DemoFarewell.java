package health.strand.server;

import health.strand.demo.Personas;
import health.strand.embedded.Persona;
import health.strand.embedded.Ports;
import java.io.PrintStream;
import java.util.Locale;

/** The last screen of {@code strand demo}: where everything is, who there is, and what to try. */
final class DemoFarewell {

    private DemoFarewell() {}

    static void print(PrintStream out, int port) {
        Ports ports = new Ports(port);
        out.println();
        out.println("Strand is ready.");
        out.println("  FHIR      " + ports.fhirBase());
        out.println("  guide     http://127.0.0.1:" + port + GuideConfiguration.PATH);
        out.println("  log-in    http://127.0.0.1:" + ports.keycloak() + "/realms/strand/account");
        out.println("  health    http://127.0.0.1:" + ports.management() + "/actuator/health");
        out.println();
        out.println("Personas (password strand-demo; where a second factor is asked for: ./strand code):");
        Personas.ALL.stream()
                .filter(persona -> Persona.named(persona.name()).isPresent())
                .forEach(persona -> out.printf(
                        Locale.ROOT, "  %-5s %-14s %s%n", persona.name(), persona.display(), persona.sees()));
        out.println();
        out.println("Try (and what comes back):");
        DemoRequests.of(port).forEach(request -> {
            out.println("  " + request.command());
            out.println("    -> " + request.answer());
        });
        out.println();
        out.flush();
    }
}
