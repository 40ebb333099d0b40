package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmDefinition;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** {@code strand provision}: brings a realm of a clinic's own Keycloak to what the record needs. */
public final class ProvisionCommand {

    private static final String FHIR_BASE = "--fhir-base";
    private static final String DRY_RUN = "--dry-run";

    private ProvisionCommand() {}

    /** Prints a line for each difference; ends with 1 when something is in the way. */
    public static void main(String[] line) {
        try {
            run(line, System.out);
        } catch (ProvisionFailed e) {
            System.err.println("strand provision: " + e.getMessage());
            System.exit(1);
        }
    }

    static void run(String[] line, PrintStream out) {
        Set<String> options = new HashSet<>(Connection.OPTIONS);
        options.add(FHIR_BASE);
        Arguments arguments = Arguments.read(line, options, Set.of(DRY_RUN));
        if (!arguments.words().isEmpty()) {
            throw new ProvisionFailed("unknown argument " + arguments.words().get(0));
        }
        String base = Address.secure(FHIR_BASE, arguments.needed(FHIR_BASE)).toString();
        Connection connection = Connection.of(arguments);
        boolean dryRun = arguments.has(DRY_RUN);
        Report report = new Report(out, dryRun);
        try (Administration keycloak = connection.keycloak()) {
            keycloak.logIn();
            ProviderCheck.ofThisBuild().require(installed(keycloak));
            ObjectNode wanted =
                    RealmDefinition.load().of(connection.realm(), base).json();
            new Provisioning(keycloak, wanted, dryRun, report).run();
        }
        report.end();
    }

    private static JsonNode installed(Administration keycloak) {
        return Representations.json(keycloak.ask(
                "read what is installed", there -> there.serverInfo().getInfo()));
    }
}
