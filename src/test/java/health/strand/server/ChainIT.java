package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.audit.Actor;
import health.strand.audit.AuditTrail;
import health.strand.audit.ChainCheck;
import health.strand.audit.ChainFault;
import health.strand.audit.ChainFault.Kind;
import health.strand.audit.ChainSealing;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import health.strand.audit.TrailForgetting;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whoever changes the trail past all the locks is found out, and where. */
class ChainIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private static final List<String> LOCKED = List.of("audit_event", "audit_chain", "audit_head");

    private final Trail trail = new Trail(STRAND);
    private final SealedHeads heads = STRAND.bean(SealedHeads.class);

    /** Six entries that are in the chain, one after the other; whatever else there is. */
    @BeforeEach
    void seal() throws InterruptedException {
        HttpResponse<String> last = IntStream.range(0, 6)
                .mapToObj(time -> STRAND.get(STRAND.token("sora"), "Practitioner/" + STRAND.id("sora")))
                .reduce((one, other) -> other)
                .orElseThrow();
        String id = trail.of(last).get(0).path("id").asText();
        Instant late = Instant.now().plusSeconds(20);
        while (trail.owner()
                        .queryForObject(
                                "select count(*) from strand.audit_chain where event = ?::uuid", Integer.class, id)
                == 0) {
            assertThat(Instant.now()).as("sealed in time").isBefore(late);
            Thread.sleep(100);
        }
    }

    /** Changes the trail as its owner with the locks taken off, looks at it, and takes everything back. */
    private List<ChainFault> after(Consumer<JdbcTemplate> change) {
        var login = STRAND.parts().database().owner();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
            JdbcTemplate owner = new JdbcTemplate(source);
            for (String table : LOCKED) {
                owner.execute("alter table strand." + table + " disable trigger user");
            }
            change.accept(owner);
            List<ChainFault> faults = new ChainCheck(source, heads).run().faults();
            connection.rollback();
            return faults;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A place in the chain, counted from its end. */
    private record Place(long sequence, String event) {

        static Place fromEnd(JdbcTemplate owner, int back) {
            return Objects.requireNonNull(owner.queryForObject(
                    "select sequence, event::text as event from strand.audit_chain order by sequence desc"
                            + " offset ? limit 1",
                    (row, index) -> new Place(row.getLong("sequence"), row.getString("event")),
                    back));
        }
    }

    @Test
    void isSoundWhenNobodyChangedIt() {
        assertThat(after(owner -> {})).isEmpty();
    }

    @Test
    void findsAnEntryThatWasChanged() {
        Place[] place = new Place[1];
        List<ChainFault> faults = after(owner -> {
            place[0] = Place.fromEnd(owner, 2);
            owner.update(
                    "update strand.audit_event set event = replace(event, 'Practitioner/', 'Practitioner/x')"
                            + " where id = ?::uuid",
                    place[0].event());
        });

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.HASH_DIFFERS);
            assertThat(fault.sequence()).isEqualTo(place[0].sequence());
            assertThat(fault.event()).isEqualTo(place[0].event());
            assertThat(fault.day()).isNotNull();
        });
    }

    @Test
    void findsAnEntryThatIsHiddenFromItsPatient() {
        List<ChainFault> faults = after(owner -> owner.update(
                "update strand.audit_event set patient = 'somebody-else' where id = ?::uuid",
                Place.fromEnd(owner, 2).event()));

        assertThat(faults).extracting(ChainFault::kind).containsExactly(Kind.COLUMNS_DIFFER);
    }

    @Test
    void findsThatAnEntryWasRemoved() {
        Place[] place = new Place[1];
        List<ChainFault> faults = after(owner -> {
            place[0] = Place.fromEnd(owner, 3);
            owner.update("delete from strand.audit_event where id = ?::uuid", place[0].event());
        });

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.EVENT_MISSING);
            assertThat(fault.sequence()).isEqualTo(place[0].sequence());
            assertThat(fault.event()).isEqualTo(place[0].event());
        });
    }

    @Test
    void findsThatAnEntryAndItsPlaceWereRemoved() {
        Place[] place = new Place[1];
        List<ChainFault> faults = after(owner -> {
            place[0] = Place.fromEnd(owner, 3);
            owner.update("delete from strand.audit_event where id = ?::uuid", place[0].event());
            owner.update("delete from strand.audit_chain where sequence = ?", place[0].sequence());
        });

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.PLACE_MISSING);
            assertThat(fault.sequence()).isEqualTo(place[0].sequence());
        });
    }

    @Test
    void findsThatTheLastEntryWasRemoved() {
        List<ChainFault> faults = after(owner -> {
            Place last = Place.fromEnd(owner, 0);
            owner.update("delete from strand.audit_event where id = ?::uuid", last.event());
            owner.update("delete from strand.audit_chain where sequence = ?", last.sequence());
        });

        assertThat(faults).extracting(ChainFault::kind).containsExactly(Kind.END_DIFFERS);
    }

    @Test
    void findsAnEntryThatWasPutInLater() {
        String added = "00000000-0000-4000-8000-00000000abcd";
        List<ChainFault> faults = after(owner -> owner.update(
                "insert into strand.audit_event select ?::uuid, recorded, txid, patient, interaction, action, outcome,"
                        + " person, client, data, event from strand.audit_event where id = ?::uuid",
                added,
                Place.fromEnd(owner, 2).event()));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.EVENT_NOT_IN_CHAIN);
            assertThat(fault.event()).isEqualTo(added);
        });
    }

    @Test
    void findsEntriesThatChangedPlaces() {
        Place[] places = new Place[2];
        List<ChainFault> faults = after(owner -> {
            places[0] = Place.fromEnd(owner, 3);
            places[1] = Place.fromEnd(owner, 2);
            String move = "update strand.audit_chain set event = ?::uuid where sequence = ?";
            owner.update(move, "00000000-0000-4000-8000-00000000abcd", places[0].sequence());
            owner.update(move, places[0].event(), places[1].sequence());
            owner.update(move, places[1].event(), places[0].sequence());
        });

        assertThat(faults).extracting(ChainFault::kind).containsOnly(Kind.HASH_DIFFERS);
        assertThat(faults).extracting(ChainFault::sequence).containsExactly(places[0].sequence(), places[1].sequence());
    }

    @Test
    void goesOnInAClusterWhoseTransactionsBeginAnew() {
        List<ChainFault> faults = after(owner -> {
            owner.update("update strand.audit_horizon set sealed = '9000000000000'");
            record(owner);
            assertThat(owner.queryForObject("select strand.seal_events(current_date)", Integer.class))
                    .isPositive();
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void verifiesWhatIsLeftWhenTheOldIsTakenAway() {
        assertThat(after(owner -> {
                    String old = Place.fromEnd(owner, 2).event();
                    LocalDate last = age(owner, Period.ofYears(6).plusDays(1));
                    String kept = record(owner);

                    assertThat(forget(owner)).isEqualTo(last);

                    assertThat(owner.queryForObject("select count(*) from strand.audit_chain", Integer.class))
                            .isZero();
                    assertThat(there(owner, old)).isZero();
                    assertThat(there(owner, kept)).isEqualTo(1);
                    assertThat(owner.queryForObject(
                                    "select event::jsonb ->> 'query' from strand.audit_event"
                                            + " where interaction = 'destroy'",
                                    String.class))
                            .as("that it was done is recorded")
                            .isEqualTo("AuditEvent?date=le" + last);
                    assertThat(forget(owner)).as("the second time").isNull();
                }))
                .isEmpty();
    }

    @Test
    void takesNothingAwayBeforeItsTimeIsOver() {
        assertThat(after(owner -> {
                    age(owner, Period.ofYears(6).minusDays(1));
                    assertThat(forget(owner)).isNull();
                }))
                .extracting(ChainFault::kind)
                .as("the test has changed the days")
                .doesNotContain(Kind.EVENT_MISSING, Kind.PLACE_MISSING, Kind.END_DIFFERS);
    }

    @Test
    void findsNothingToTakeAwayAsTheRoleThatServesRequests() {
        JdbcTemplate requests = new JdbcTemplate(STRAND.bean(DataSource.class));

        assertThat(requests.queryForList("select * from strand.forget_events()"))
                .isEmpty();
    }

    private static int there(JdbcTemplate owner, String event) {
        return Objects.requireNonNull(owner.queryForObject(
                "select count(*) from strand.audit_event where id = ?::uuid", Integer.class, event));
    }

    private static @Nullable LocalDate forget(JdbcTemplate owner) {
        DataSource source = Objects.requireNonNull(owner.getDataSource());
        return new TrailForgetting(source, new AuditTrail(source, Clock.systemUTC())).run();
    }

    /** As if everything had been recorded that long ago and signed the day after; the locks are put on again. */
    private LocalDate age(JdbcTemplate owner, Period ago) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minus(ago);
        owner.update("delete from strand.audit_head");
        owner.update("update strand.audit_chain set day = ?", day);
        owner.update(
                "update strand.audit_event set recorded = ? where id in (select event from strand.audit_chain)",
                day.atTime(12, 0).atOffset(ZoneOffset.UTC));
        Clock then = Clock.fixed(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        new ChainSealing(Objects.requireNonNull(owner.getDataSource()), heads, then).run();
        LOCKED.forEach(table -> owner.execute("alter table strand." + table + " enable trigger user"));
        return day;
    }

    @Test
    void findsThatTheBeginningWasRemovedWithoutRight() {
        List<ChainFault> faults = after(owner -> {
            long third = Objects.requireNonNull(
                    owner.queryForObject("select min(sequence) + 2 from strand.audit_chain", Long.class));
            owner.update(
                    "delete from strand.audit_event e using strand.audit_chain c"
                            + " where c.event = e.id and c.sequence <= ?",
                    third);
            owner.update(
                    "insert into strand.audit_start (day, sequence, hash) select day, sequence, hash"
                            + " from strand.audit_chain where sequence = ?",
                    third);
            owner.update("delete from strand.audit_chain where sequence <= ?", third);
        });

        assertThat(faults).extracting(ChainFault::kind).contains(Kind.PLACE_MISSING);
    }

    private static String record(JdbcTemplate owner) {
        AuditTrail trail = new AuditTrail(Objects.requireNonNull(owner.getDataSource()), Clock.systemUTC());
        TrailEntry entry = trail.entry(
                null, Actor.server(), new Deed(Interaction.READ, null, Outcome.DONE, null, "Device/chain", null));
        trail.add(List.of(entry));
        return entry.id().toString();
    }

    @Test
    void waitsForWhatIsStillBeingWritten() throws Exception {
        var login = STRAND.parts().database().owner();
        String slow;
        String quick;
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            connection.setAutoCommit(false);
            slow = record(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            quick = trail.of(STRAND.get(STRAND.token("sora"), "Practitioner/" + STRAND.id("sora")))
                    .get(0)
                    .path("id")
                    .asText();
            Thread.sleep(2_500);
            assertThat(place(quick)).as("comes after what began before it").isZero();
            connection.commit();
        }
        Instant late = Instant.now().plusSeconds(20);
        while (place(quick) == 0) {
            assertThat(Instant.now()).isBefore(late);
            Thread.sleep(100);
        }

        assertThat(place(slow)).isPositive().isLessThan(place(quick));
    }

    private long place(String event) {
        return trail
                .owner()
                .queryForList("select sequence from strand.audit_chain where event = ?::uuid", Long.class, event)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private void tomorrow(JdbcTemplate owner) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        new ChainSealing(Objects.requireNonNull(owner.getDataSource()), heads, later).run();
        assertThat(owner.queryForObject("select count(*) from strand.audit_head", Integer.class))
                .isPositive();
    }

    @Test
    void signsHowTheDayEnded() {
        assertThat(after(this::tomorrow)).isEmpty();
    }

    @Test
    void findsAChainThatWasReckonedAnewAfterItWasSigned() {
        List<ChainFault> faults = after(owner -> {
            tomorrow(owner);
            owner.update("update strand.audit_chain set hash = sha256(hash) where sequence ="
                    + " (select sequence from strand.audit_head order by day desc limit 1)");
        });

        assertThat(faults).extracting(ChainFault::kind).contains(Kind.HEAD_DIFFERS);
    }

    @Test
    void findsAHeadThatWasNotSignedHere() {
        List<ChainFault> faults = after(owner -> {
            tomorrow(owner);
            owner.update("update strand.audit_head set signature = signature || 'x'");
        });

        assertThat(faults).extracting(ChainFault::kind).contains(Kind.HEAD_DIFFERS);
    }

    @Test
    void tellsThePrivacyOfficerAndTheClinicsSystems() {
        for (String who : List.of("dara", "loader")) {
            JsonNode answer = Answers.json(STRAND.get(STRAND.token(who), "AuditEvent/$verify"));

            assertThat(answer.at("/parameter/0/valueBoolean").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.at("/parameter/1/valueInteger").asInt()).isPositive();
        }
        for (String who : List.of("ana", "sora", "rex")) {
            assertThat(STRAND.get(STRAND.token(who), "AuditEvent/$verify").statusCode())
                    .as(who)
                    .isEqualTo(403);
        }
    }

    @Test
    void saysWhereTheTrailWasChanged() {
        JdbcTemplate owner = trail.owner();
        Place place = Place.fromEnd(owner, 1);
        owner.execute("alter table strand.audit_event disable trigger user");
        try {
            owner.update("update strand.audit_event set event = event || ' ' where id = ?::uuid", place.event());
            JsonNode answer = Answers.json(STRAND.get(STRAND.token("dara"), "AuditEvent/$verify"));

            assertThat(answer.at("/parameter/0/valueBoolean").asBoolean()).isFalse();
            assertThat(answer.toString())
                    .contains("hash-differs", place.event(), "\"valueInteger\":" + place.sequence());
        } finally {
            owner.update("update strand.audit_event set event = trim(event) where id = ?::uuid", place.event());
            owner.execute("alter table strand.audit_event enable trigger user");
        }
    }
}
