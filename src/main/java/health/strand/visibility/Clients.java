package health.strand.visibility;

import health.strand.access.ClientRole;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The apps and systems that have been seen, and on whose behalf each works. */
public final class Clients {

    private final JdbcTemplate database;
    private final Map<String, ClientRole> configured;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param configured on whose behalf apps work; one that is not named works for whoever uses it */
    public Clients(DataSource requests, Map<String, ClientRole> configured) {
        this.database = new JdbcTemplate(requests);
        this.configured = Map.copyOf(configured);
    }

    /** On whose behalf an app works for a patient who uses it, or for the system it is. */
    public ClientRole role(String client) {
        return configured.getOrDefault(client, ClientRole.PATIENT_APP);
    }

    /** Whether this server has not met the app before. */
    boolean isNew(String client) {
        return !known.contains(client);
    }

    /** Notes an app within the transaction; true when it was not known to any server. */
    boolean note(String client) {
        return database.update("insert into strand.client (id) values (?) on conflict do nothing", client) > 0;
    }

    /** Remembers an app once its note is committed. */
    void remember(String client) {
        known.add(client);
    }

    Map<String, ClientRole> all() {
        Map<String, ClientRole> seen = database.queryForList("select id from strand.client", String.class).stream()
                .collect(Collectors.toMap(each -> each, this::role));
        configured.forEach(seen::putIfAbsent);
        return seen;
    }
}
