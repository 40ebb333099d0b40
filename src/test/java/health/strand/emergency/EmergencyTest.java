package health.strand.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyTest {

    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bleeding",
                "                                  ",
                "a b c d e f g h i j",
                "aaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void takesNoExplanationThatExplainsNothing(String said) {
        assertThat(Emergency.explanation(said)).isEmpty();
    }

    @Test
    void takesAnExplanationOfTwentyCharacters() {
        assertThat(Emergency.explanation(null)).isEmpty();
        assertThat(Emergency.explanation("  swollen after lidocaine  ")).contains("swollen after lidocaine");
        assertThat(Emergency.explanation("abcdefghijklmnopqrst")).isPresent();
        assertThat(Emergency.explanation("abcdefghijklmnopqrs")).isEmpty();
        assertThat(Emergency.explanation("abcd".repeat(500))).isPresent();
        assertThat(Emergency.explanation("abcd".repeat(500) + "e")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reasonsAreKnownByTheirCodes(EmergencyReason reason) {
        assertThat(EmergencyReason.fromCode(reason.code())).contains(reason);
        assertThat(EmergencyReason.fromCode(reason.name())).isEmpty();
    }

    @Test
    void lastsAnHourAndIsReviewedInThreeDays() {
        Emergency emergency = new Emergency(
                UUID.randomUUID(),
                "Practitioner/ito",
                new PatientId("ana"),
                EmergencyReason.OTHER,
                "",
                START,
                START.plus(Emergency.LASTS),
                null);
        OpenRecord open = emergency.record();
        assertThat(open.holds(START.minusNanos(1))).isFalse();
        assertThat(open.holds(START)).isTrue();
        assertThat(open.holds(START.plusSeconds(3599))).isTrue();
        assertThat(open.holds(START.plusSeconds(3600))).isFalse();
        assertThat(emergency.reviewDue()).isEqualTo("2026-11-05T10:00:00Z");
    }
}
