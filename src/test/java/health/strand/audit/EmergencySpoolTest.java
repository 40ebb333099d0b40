package health.strand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.PatientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmergencySpoolTest {

    @TempDir
    private Path folder;

    private static TrailEntry entry(
            String purpose, Interaction interaction, Outcome outcome, @Nullable String patient) {
        return new TrailEntry(
                UUID.randomUUID(),
                Instant.parse("2026-11-02T10:00:00.123456Z"),
                patient == null ? null : new PatientId(patient),
                new Actor("Practitioner/ito", "app", List.of("surgeon"), List.of(purpose), "192.0.2.7", "r1", Set.of()),
                new Deed(interaction, null, outcome, null, "Observation/o", null));
    }

    @Test
    void keepsReadsInAnEmergencyAsTheyWereRecorded() throws IOException {
        Path file = folder.resolve("spool");
        EmergencySpool spool = new EmergencySpool(file);
        TrailEntry one = entry("BTG", Interaction.READ, Outcome.DONE, "ana");
        TrailEntry other = entry("BTG", Interaction.SEARCH, Outcome.DONE, "ana");

        assertThat(spool.takes(List.of(one))).isTrue();
        assertThat(spool.takes(List.of(other, one))).isTrue();

        assertThat(Files.readAllLines(file).stream().map(EntryText::read)).containsExactly(one, other, one);
    }

    @Test
    void takesNothingElse() {
        Path file = folder.resolve("spool");
        EmergencySpool spool = new EmergencySpool(file);
        TrailEntry taken = entry("BTG", Interaction.READ, Outcome.DONE, "ana");
        for (TrailEntry each : List.of(
                entry("TREAT", Interaction.READ, Outcome.DONE, "ana"),
                entry("BTG", Interaction.READ, Outcome.DONE, null),
                entry("BTG", Interaction.READ, Outcome.REFUSED, "ana"),
                entry("BTG", Interaction.UPDATE, Outcome.DONE, "ana"))) {
            assertThat(spool.takes(List.of(taken, each))).isFalse();
        }
        assertThat(spool.takes(List.of())).isFalse();
        assertThat(file).doesNotExist();
        assertThat(new EmergencySpool(null).takes(List.of(taken))).isFalse();
        assertThat(new EmergencySpool(folder.resolve("no/such/folder")).takes(List.of(taken)))
                .isFalse();
    }
}
