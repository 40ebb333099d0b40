package health.strand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTextTest {

    private static final UUID ID = UUID.fromString("7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d");
    private static final Instant NOW = Instant.parse("2026-11-02T09:14:03.120481Z");
    private static final Actor SORA = new Actor(
            "Practitioner/sora", "strand-app", List.of("surgeon"), List.of("TREAT"), "192.0.2.7", "r1", Set.of());

    private static Deed read() {
        return new Deed(Interaction.READ, null, Outcome.DONE, null, "Media/scan", null);
    }

    @Test
    void isTheSameForTheSameEntry() {
        TrailEntry entry = new TrailEntry(ID, NOW, new PatientId("ana"), SORA, read());

        assertThat(EntryText.of(entry))
                .isEqualTo(
                        "{\"id\":\"7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d\",\"recorded\":\"2026-11-02T09:14:03.120481Z\","
                                + "\"patient\":\"ana\",\"interaction\":\"read\",\"outcome\":\"0\",\"data\":\"Media/scan\","
                                + "\"person\":\"Practitioner/sora\",\"client\":\"strand-app\",\"roles\":[\"surgeon\"],"
                                + "\"purposes\":[\"TREAT\"],\"address\":\"192.0.2.7\",\"request\":\"r1\"}");
    }

    @ParameterizedTest
    @EnumSource(Interaction.class)
    void isReadAsItWasWritten(Interaction interaction) {
        Deed deed = new Deed(interaction, "$x", Outcome.REFUSED, "hidden", "Media/s", "Media?title=\"a\"\\ü");
        TrailEntry about = new TrailEntry(ID, NOW, new PatientId("ana"), SORA, deed);
        TrailEntry aboutNobody = new TrailEntry(ID, NOW, null, Actor.server(), read());

        assertThat(EntryText.read(EntryText.of(about))).isEqualTo(about);
        assertThat(EntryText.read(EntryText.of(aboutNobody))).isEqualTo(aboutNobody);
    }

    @Test
    void endsWithTheConsentsByWhichItWasDecided() {
        TrailEntry entry = new TrailEntry(ID, NOW, new PatientId("ana"), SORA, read())
                .by(List.of("Consent/1/_history/2", "Consent/2/_history/1"));

        assertThat(EntryText.of(entry))
                .endsWith("\"request\":\"r1\",\"consents\":[\"Consent/1/_history/2\",\"Consent/2/_history/1\"]}");
        assertThat(EntryText.read(EntryText.of(entry))).isEqualTo(entry);
        assertThat(TrailRow.of(entry).consents()).containsExactly("Consent/1", "Consent/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\":\"7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d\"}", "[]"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> EntryText.read(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void saysBesideItWhatEntriesAreLookedForBy() {
        TrailRow row = TrailRow.of(new TrailEntry(ID, NOW, null, SORA, read().ended(Outcome.REFUSED, "hidden")));

        assertThat(row.patient()).isNull();
        assertThat(row.action()).isEqualTo("E");
        assertThat(row.outcome()).isEqualTo("8");
        assertThat(row.person()).isEqualTo("Practitioner/sora");
        assertThat(row.recorded().toInstant()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-11-02T09:14:03Z",
                "2026-11-02T09:14:03Z_x",
                "x_7d0e0c1e-3a53-4b0e-9b4e-1f3c8b0a6a4d"
            })
    void takesNothingForAMarkThatIsNone(String text) {
        assertThat(LogQuery.Mark.parse(text)).isEmpty();
    }

    @Test
    void findsItsPlaceAgain() {
        LogQuery.Mark mark = new LogQuery.Mark(NOW, ID);

        assertThat(LogQuery.Mark.parse(mark.toString())).contains(mark);
    }

    @Test
    void namesAnOperationByItsAddress() {
        for (String name : List.of("$everything", "$validate", "$revoke", "$verify")) {
            assertThat(Operations.name(Operations.canonical(name))).isEqualTo(name);
        }
    }
}
