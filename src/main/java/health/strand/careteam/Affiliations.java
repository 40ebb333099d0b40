package health.strand.careteam;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * By which other references somebody can be meant: kept beside the registry that says so, and changed in the same
 * transaction.
 */
public final class Affiliations {

    private static final RowMapper<Affiliation> ROW = (row, number) -> new Affiliation(
            row.getString("source"),
            row.getString("member"),
            row.getString("body"),
            row.getTimestamp("starts").toInstant(),
            row.getTimestamp("until").toInstant());
    private static final String INSERT = "insert into strand.affiliation (source, member, body, starts, until)"
            + " values (?, ?, ?, ?, ?) on conflict (source, member, body, starts) do update"
            + " set until = greatest(affiliation.until, excluded.until)";
    /** From the bodies down: those above are few, and what else somebody belongs to can be thousands of care teams. */
    private static final String WITHIN = """
            with recursive down (member, body, starts, until) as (
                select member, body, starts, until from strand.affiliation where body = any (?) and until > ?
                union
                select a.member, down.body, greatest(down.starts, a.starts), least(down.until, a.until)
                from down join strand.affiliation a on a.body = down.member and a.member <> a.body
                where least(down.until, a.until) > greatest(down.starts, a.starts, ?))
            select '' as source, member, body, starts, until from down
            """;

    private final JdbcTemplate database;
    private final Clock clock;
    private final AffiliationReader reader;

    /** @param zone the clinic's, in which dates without a time begin and end */
    public Affiliations(DataSource requests, Clock clock, ZoneId zone) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
        this.reader = new AffiliationReader(zone);
    }

    /** Whether resources of this type say by what reference somebody can be meant. */
    public static boolean areSaidBy(String type) {
        return AffiliationReader.TYPES.contains(type);
    }

    /** Takes over what a stored resource says now, and gives the references whose meaning that changes. */
    public Set<String> record(Resource resource) {
        Set<String> touched =
                forget(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        for (Affiliation each : reader.of(resource)) {
            database.update(
                    INSERT,
                    each.source(),
                    each.member(),
                    each.body(),
                    Timestamp.from(each.starts()),
                    Timestamp.from(each.until()));
            touch(touched, each.source(), each.member(), each.body());
        }
        return touched;
    }

    /** Members of care teams are in many; what changes is who is meant by this one, and by an identifier likewise. */
    private static void touch(Set<String> touched, String source, String member, String body) {
        if (!source.startsWith("CareTeam/") && !body.contains("|")) {
            touched.add(member);
        }
        touched.add(body);
    }

    /** Drops what a resource said that is no more, and gives the references whose meaning that changes. */
    public Set<String> forget(String source) {
        Set<String> touched = new HashSet<>();
        database.query(
                "delete from strand.affiliation where source = ? returning member, body",
                row -> {
                    touch(touched, source, row.getString("member"), row.getString("body"));
                },
                source);
        return touched;
    }

    /** Everybody who can be meant by these bodies now or later, directly or through other bodies, each with its span. */
    public List<Affiliation> within(Collection<String> bodies) {
        Timestamp now = Timestamp.from(clock.instant());
        return database.query(WITHIN, ROW, bodies.toArray(String[]::new), now, now);
    }
}
