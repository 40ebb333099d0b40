package health.strand.server;

import health.strand.receipts.KeyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks at the configuration before anything is started and says everything that is missing at once. A server that is
 * half configured would be a server that is half open.
 */
final class Preflight implements ApplicationListener<ApplicationPreparedEvent> {

    /** Every key the server cannot do without, and what it is. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("strand.fhir-base", "the address of the FHIR endpoint as clients see it"),
            Map.entry("strand.smart.issuer", "the authorization server whose tokens are accepted"),
            Map.entry(
                    "strand.smart.audience", "what tokens must be issued for; as a rule the same as strand.fhir-base"),
            Map.entry("strand.database.url", "the JDBC address of PostgreSQL, without a user in it"),
            Map.entry("strand.database.username", "the database role that serves requests and owns nothing"),
            Map.entry("strand.database.password", "that role's password"),
            Map.entry("strand.database.owner-username", "the database role that owns the schema and migrates it"),
            Map.entry("strand.database.owner-password", "that role's password"),
            Map.entry(
                    ReceiptProperties.KEY_FILE,
                    "the file with the keys that sign receipts; `strand receipt-key` makes one"),
            Map.entry(VaultProperties.DIRECTORY, "the folder of encrypted files that are too large for the database"),
            Map.entry(
                    VaultProperties.KEYS,
                    "the file of the master keys, outside of what it opens; the first start makes it"));

    private static final List<String> SECRETS = List.of("strand.database.password", "strand.database.owner-password");

    private static final Set<String> KNOWN_TO_EVERYBODY = Set.of(
            "password",
            "secret",
            "changeme",
            "change-me",
            "admin",
            "postgres",
            "strand",
            "strand-demo",
            "strand_owner",
            "strand_request",
            "test",
            "123456");

    private static final int SHORTEST_SECRET = 12;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        check(environment);
        List<String> faults = new ArrayList<>();
        receiptKeys(environment, faults);
        faults.addAll(DatabasePreflight.faults(environment));
        if (!faults.isEmpty()) {
            throw new HalfConfigured(faults);
        }
    }

    static void check(Environment environment) {
        List<String> faults = new ArrayList<>();
        NEEDED.keySet().stream()
                .sorted()
                .filter(key -> isBlank(environment.getProperty(key)))
                .forEach(key -> faults.add("`" + key + "` is not set: " + NEEDED.get(key)));
        SECRETS.forEach(key -> judge(key, environment.getProperty(key), faults));
        sameRole(environment, faults);
        String url = environment.getProperty("strand.database.url");
        PolicyFile.fault(environment.getProperty(PolicyFile.KEY))
                .ifPresent(fault -> faults.add("`" + PolicyFile.KEY + "`: " + fault));
        law(environment).ifPresent(faults::add);
        if (url != null && url.toLowerCase(Locale.ROOT).matches(".*[?&]user=.*")) {
            faults.add("`strand.database.url` names a user, which would be used instead of the configured roles");
        }
        if (!faults.isEmpty()) {
            throw new HalfConfigured(faults);
        }
    }

    private static Optional<String> law(Environment environment) {
        String code = environment.getProperty(JurisdictionChoice.KEY);
        String file = environment.getProperty(JurisdictionChoice.FILE_KEY);
        return JurisdictionChoice.fault(code, file)
                .or(() -> TrailRetention.fault(
                        environment.getProperty(TrailRetention.KEY), JurisdictionChoice.chosen(code, file)));
    }

    private static void receiptKeys(Environment environment, List<String> faults) {
        Path file = Path.of(String.valueOf(environment.getProperty(ReceiptProperties.KEY_FILE)));
        KeyFile.fault(file).ifPresent(fault -> faults.add("`" + ReceiptProperties.KEY_FILE + "`: " + fault));
    }

    private static void judge(String key, @Nullable String secret, List<String> faults) {
        if (secret == null || secret.isBlank()) {
            return;
        }
        if (KNOWN_TO_EVERYBODY.contains(secret.toLowerCase(Locale.ROOT)) || secret.length() < SHORTEST_SECRET) {
            faults.add("`" + key + "` is a default or shorter than " + SHORTEST_SECRET + " characters");
        }
    }

    private static void sameRole(Environment environment, List<String> faults) {
        String requests = environment.getProperty("strand.database.username");
        if (requests != null && requests.equals(environment.getProperty("strand.database.owner-username"))) {
            faults.add("`strand.database.username` and `strand.database.owner-username` are the same role;"
                    + " policies do not bind the role that owns the tables");
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
