package health.strand.visibility;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database role that serves requests: it must be one that row-level security applies to. */
public final class RequestRole {

    /** A role is also what the roles are that it may become. */
    private static final String FACTS = """
            select current_user as name,
                   bool_or(rolsuper) as superuser,
                   bool_or(rolbypassrls) as bypasses,
                   bool_or(exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname in ('public', 'strand') and c.relkind = 'r' and c.relowner = r.oid)) as owner
            from pg_roles r where pg_has_role(current_user, r.oid, 'member')
            """;

    private RequestRole() {}

    /** @throws IllegalStateException saying what is wrong with the role, before the first request is served */
    public static void verify(DataSource requests) {
        Map<String, Object> role = new JdbcTemplate(requests).queryForMap(FACTS);
        refuse(role, "superuser", "is a superuser");
        refuse(role, "bypasses", "may bypass row-level security");
        refuse(role, "owner", "owns tables, and policies do not bind an owner");
    }

    private static void refuse(Map<String, Object> role, String fact, String why) {
        if (Boolean.TRUE.equals(role.get(fact))) {
            throw new IllegalStateException("the database role `" + role.get("name") + "` " + why
                    + "; configure strand.database.username with a role made for requests");
        }
    }
}
