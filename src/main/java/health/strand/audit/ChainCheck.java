package health.strand.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reckons the chain anew, entry by entry, and says where it is not as it was. It reckons here and not in the database,
 * whose functions whoever changed the trail could have changed too.
 */
public final class ChainCheck {

    /** More says no more. */
    private static final int MOST_FAULTS = 100;

    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String CHAIN = """
            select c.sequence, c.event as place, c.day, c.hash, e.id, e.recorded, e.patient, e.interaction, e.action,
                e.outcome, e.person, e.client, e.data, e.consents, e.event
            from strand.audit_chain c left join strand.audit_event e on e.id = c.event
            where c.sequence <= ? order by c.sequence
            """;

    /** Looked at by one statement, because the chain grows meanwhile. */
    private static final String BEYOND = """
            select min(c.sequence) from strand.audit_chain c
            where c.sequence > (select h.sequence from strand.audit_horizon h)
            """;

    private static final String OUTSIDE = """
            select e.id from strand.audit_event e
            where e.txid < (select h.sealed from strand.audit_horizon h)
                and not exists (select from strand.audit_chain c where c.event = e.id)
            order by e.recorded, e.id limit 100
            """;

    private static final String HEADS = """
            select h.day, h.sequence, h.hash, h.signature,
                case when h.sequence < ? then h.hash when h.sequence = ? then ? else c.hash end as chained
            from strand.audit_head h left join strand.audit_chain c on c.sequence = h.sequence order by h.day
            """;

    /** What was taken away ended as it was signed, or it was not taken away by right. */
    private static final String START = """
            select s.day, s.sequence, s.hash from strand.audit_start s
            join strand.audit_head h on h.day = s.day and h.sequence = s.sequence and h.hash = s.hash
            """;

    private final JdbcTemplate database;
    private final HeadSeal seal;

    /** @param requests connections of the request role */
    public ChainCheck(DataSource requests, HeadSeal seal) {
        this.database = new JdbcTemplate(requests);
        database.setFetchSize(ROWS_AT_A_TIME);
        this.seal = seal;
    }

    /**
     * What was looked at, and what is wrong with it.
     *
     * @param entries how many are in the chain
     * @param heads how many days are signed
     * @param removedUntil the last day of which the entries were taken away; null when none were
     */
    public record Result(long entries, int heads, @Nullable LocalDate removedUntil, List<ChainFault> faults) {

        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Within the transaction of somebody who reads the trail of everybody. */
    public Result run() {
        Start start = database
                .query(
                        START,
                        (row, index) -> new Start(
                                row.getObject("day", LocalDate.class), row.getLong("sequence"), row.getBytes("hash")))
                .stream()
                .findFirst()
                .orElseGet(() -> new Start(null, 0, new byte[32]));
        // first, because the chain grows meanwhile: what comes behind it is looked at the next time
        End end = Objects.requireNonNull(database.queryForObject(
                "select sequence, hash from strand.audit_horizon",
                (row, index) -> new End(row.getLong("sequence"), row.getBytes("hash"))));
        Walk walk = new Walk(start, end);
        database.query(CHAIN, walk::step, end.sequence());
        walk.end();
        database.query(OUTSIDE, row -> {
            walk.fault(ChainFault.Kind.EVENT_NOT_IN_CHAIN, 0, row.getString("id"), null);
        });
        int[] heads = {0};
        database.query(
                HEADS,
                row -> {
                    heads[0]++;
                    if (!isSigned(row)) {
                        walk.fault(ChainFault.Kind.HEAD_DIFFERS, row.getLong("sequence"), null, row.getString("day"));
                    }
                },
                start.sequence(),
                start.sequence(),
                start.hash());
        return new Result(walk.entries, heads[0], start.day(), walk.faults);
    }

    /** Behind what the chain begins. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Start(@Nullable LocalDate day, long sequence, byte[] hash) {}

    /** Up to where the chain goes, and how it ends there. */
    @SuppressWarnings("ArrayRecordComponent")
    private record End(long sequence, byte[] hash) {}

    private boolean isSigned(ResultSet head) throws SQLException {
        Optional<Map<String, Object>> claims = seal.open(head.getString("signature"));
        return claims.isPresent()
                && Arrays.equals(head.getBytes("hash"), head.getBytes("chained"))
                && head.getString("day").equals(claims.get().get("day"))
                && String.valueOf(head.getLong("sequence"))
                        .equals(String.valueOf(claims.get().get("sequence")))
                && HexFormat.of()
                        .formatHex(head.getBytes("hash"))
                        .equals(claims.get().get("sha256"));
    }

    /** One walk along the chain. */
    private final class Walk {

        private final List<ChainFault> faults = new ArrayList<>();
        private final MessageDigest digest = sha256();
        private final End last;
        private byte[] before;
        private long entries;
        private long place;

        Walk(Start start, End last) {
            this.last = last;
            before = start.hash();
            place = start.sequence();
        }

        void step(ResultSet row) throws SQLException {
            entries++;
            long sequence = row.getLong("sequence");
            String event = row.getString("place");
            String day = row.getString("day");
            if (sequence != place + 1) {
                fault(ChainFault.Kind.PLACE_MISSING, place + 1, null, day);
            }
            place = sequence;
            byte[] hash = row.getBytes("hash");
            String text = row.getString("event");
            if (text == null) {
                fault(ChainFault.Kind.EVENT_MISSING, sequence, event, day);
            } else if (!Arrays.equals(hash, hash(text))) {
                fault(ChainFault.Kind.HASH_DIFFERS, sequence, event, day);
            } else if (!saysTheSame(row, text)) {
                fault(ChainFault.Kind.COLUMNS_DIFFER, sequence, event, day);
            }
            // one that was changed does not make those after it look changed
            before = hash;
        }

        private byte[] hash(String text) {
            digest.update(before);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        }

        void end() {
            if (last.sequence() != place || !Arrays.equals(last.hash(), before)) {
                fault(ChainFault.Kind.END_DIFFERS, place, null, null);
            }
            Long beyond = database.queryForObject(BEYOND, Long.class);
            if (beyond != null) {
                fault(ChainFault.Kind.END_DIFFERS, beyond, null, null);
            }
        }

        void fault(ChainFault.Kind kind, long sequence, @Nullable String event, @Nullable String day) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new ChainFault(kind, sequence, event, day));
            }
        }
    }

    private static boolean saysTheSame(ResultSet row, String text) throws SQLException {
        TrailRow said;
        try {
            said = TrailRow.of(EntryText.read(text));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return false;
        }
        return said.id().equals(row.getString("id"))
                && said.recorded().isEqual(row.getObject("recorded", OffsetDateTime.class))
                && Objects.equals(said.patient(), row.getString("patient"))
                && said.interaction().equals(row.getString("interaction"))
                && said.action().equals(row.getString("action"))
                && said.outcome().equals(row.getString("outcome"))
                && Objects.equals(said.person(), row.getString("person"))
                && Objects.equals(said.client(), row.getString("client"))
                && Objects.equals(said.data(), row.getString("data"))
                && said.consents().equals(consents(row));
    }

    private static List<String> consents(ResultSet row) throws SQLException {
        Array consents = row.getArray("consents");
        return consents == null ? List.of() : List.of((String[]) consents.getArray());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
