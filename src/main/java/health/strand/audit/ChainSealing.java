package health.strand.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes new entries into the chain, and signs how it ended on each day that is over. */
public final class ChainSealing {

    private final JdbcTemplate database;
    private final HeadSeal seal;
    private final Clock clock;

    /** @param requests connections of the request role */
    public ChainSealing(DataSource requests, HeadSeal seal, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.seal = seal;
        this.clock = clock;
    }

    /** Does both, as far as there is something to be done and no other server does it. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        signHeads(today);
        database.queryForObject("select strand.seal_events(?)", Integer.class, today);
    }

    private void signHeads(LocalDate today) {
        List<Head> due = database.query(
                "select day, sequence, hash from strand.heads_to_sign(?)",
                (row, index) -> new Head(
                        row.getObject("day", LocalDate.class),
                        row.getLong("sequence"),
                        HexFormat.of().formatHex(row.getBytes("hash"))),
                today);
        for (Head head : due) {
            String signed = seal.sign(head.claims(clock.instant().getEpochSecond()));
            byte[] hash = HexFormat.of().parseHex(head.sha256());
            database.queryForList("select strand.keep_head(?, ?, ?, ?)", head.day(), head.sequence(), hash, signed);
        }
    }

    /** How the chain ended on a day. */
    private record Head(LocalDate day, long sequence, String sha256) {

        Map<String, Object> claims(long now) {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("iat", now);
            claims.put("day", day.toString());
            claims.put("sequence", sequence);
            claims.put("sha256", sha256);
            return claims;
        }
    }
}
