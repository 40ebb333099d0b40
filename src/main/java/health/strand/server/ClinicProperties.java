package health.strand.server;

import health.strand.access.ClientRole;
import health.strand.profiles.Canonical;
import health.strand.profiles.ConsentKinds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What decisions need to know of the clinic.
 *
 * @param zone in which days begin and end
 * @param organizations the clinic's own, as {@code Organization/id} or {@code system|value}; consents towards others take
 *     no part
 * @param ownClients client ids of the clinic's own apps and back ends
 * @param processorClients of apps of others that work for the clinic
 * @param recipientClients of apps and back ends of others that work for themselves
 * @param policies the texts that may be signed, with their versions, as {@code Consent.policy.uri} names them
 * @param prepare how long before an appointment or encounter its people may read
 * @param finish how long after it they may go on
 * @param registration for how long whoever registers a patient treats them
 * @param known how long after a visit, or after being registered, a patient is known at the desk
 * @param basePolicy the file with the clinic's own table of the base policy
 * @param jurisdiction the law it works under, of those the server comes with
 * @param jurisdictionFile the file with the clinic's own table of that
 */
@ConfigurationProperties("strand.clinic")
record ClinicProperties(
        @Nullable ZoneId zone,
        @Nullable Set<String> organizations,
        @Nullable Set<String> ownClients,
        @Nullable Set<String> processorClients,
        @Nullable Set<String> recipientClients,
        @Nullable Set<String> policies,
        @Nullable Duration prepare,
        @Nullable Duration finish,
        @Nullable Duration registration,
        @Nullable Duration known,
        @Nullable Path basePolicy,
        @Nullable String jurisdiction,
        @Nullable Path jurisdictionFile) {

    ZoneId zoneOrDefault() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    Set<String> ownOrganizations() {
        return organizations == null ? Set.of() : organizations;
    }

    /** On whose behalf apps work, by client id; those not named are the apps of patients. */
    Map<String, ClientRole> clientRoles() {
        Map<String, ClientRole> roles = new HashMap<>();
        add(roles, recipientClients, ClientRole.RECIPIENT);
        add(roles, processorClients, ClientRole.PROCESSOR);
        add(roles, ownClients, ClientRole.OWN);
        return roles;
    }

    private static void add(Map<String, ClientRole> roles, @Nullable Set<String> clients, ClientRole role) {
        if (clients != null) {
            clients.forEach(client -> roles.put(client, role));
        }
    }

    Set<String> signedTexts() {
        return policies == null
                ? ConsentKinds.all().stream()
                        .map(kind -> Canonical.POLICY + kind + "-1")
                        .collect(Collectors.toSet())
                : policies;
    }

    Duration prepareOrDefault() {
        return prepare == null ? Duration.ofMinutes(30) : prepare;
    }

    Duration finishOrDefault() {
        return finish == null ? Duration.ofHours(4) : finish;
    }

    Duration registrationOrDefault() {
        return registration == null ? Duration.ofHours(24) : registration;
    }

    Duration knownOrDefault() {
        return known == null ? Duration.ofDays(30) : known;
    }
}
