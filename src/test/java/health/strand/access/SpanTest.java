package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Span TWO_TO_FOUR = span(2, 4);

    @Test
    void containsItsStartAndNotItsEnd() {
        assertThat(TWO_TO_FOUR.contains(at(1))).isFalse();
        assertThat(TWO_TO_FOUR.contains(at(2))).isTrue();
        assertThat(TWO_TO_FOUR.contains(at(3))).isTrue();
        assertThat(TWO_TO_FOUR.contains(at(4))).isFalse();
    }

    @Test
    void isUnboundedWhereABoundIsNull() {
        assertThat(new Span(null, at(2)).contains(Instant.MIN)).isTrue();
        assertThat(new Span(null, at(2)).contains(at(2))).isFalse();
        assertThat(new Span(at(2), null).contains(Instant.MAX)).isTrue();
        assertThat(new Span(at(2), null).contains(at(1))).isFalse();
        assertThat(Span.always().contains(at(0))).isTrue();
    }

    @Test
    void overlapsWhatSharesAnInstantWithIt() {
        assertThat(TWO_TO_FOUR.overlaps(span(1, 2))).isFalse();
        assertThat(TWO_TO_FOUR.overlaps(span(1, 3))).isTrue();
        assertThat(TWO_TO_FOUR.overlaps(span(3, 5))).isTrue();
        assertThat(TWO_TO_FOUR.overlaps(span(4, 5))).isFalse();
        assertThat(TWO_TO_FOUR.overlaps(new Span(null, at(2)))).isFalse();
        assertThat(TWO_TO_FOUR.overlaps(new Span(null, at(3)))).isTrue();
        assertThat(TWO_TO_FOUR.overlaps(new Span(at(4), null))).isFalse();
        assertThat(TWO_TO_FOUR.overlaps(new Span(at(3), null))).isTrue();
        assertThat(new Span(null, at(2)).overlaps(TWO_TO_FOUR)).isFalse();
        assertThat(new Span(at(4), null).overlaps(TWO_TO_FOUR)).isFalse();
        assertThat(Span.always().overlaps(TWO_TO_FOUR)).isTrue();
        assertThat(Span.always().overlaps(Span.always())).isTrue();
    }

    @Test
    void overlapsAMomentInIt() {
        assertThat(TWO_TO_FOUR.overlaps(Span.at(at(2)))).isTrue();
        assertThat(TWO_TO_FOUR.overlaps(Span.at(at(4)))).isFalse();
        assertThat(TWO_TO_FOUR.overlaps(Span.at(at(1)))).isFalse();
        assertThat(Span.at(at(2)).overlaps(TWO_TO_FOUR)).isTrue();
        assertThat(Span.at(at(4)).overlaps(TWO_TO_FOUR)).isFalse();
        assertThat(Span.at(at(1)).overlaps(TWO_TO_FOUR)).isFalse();
        assertThat(Span.at(at(2)).overlaps(Span.at(at(2)))).isFalse();
    }

    @Test
    void enclosesWhatLiesInItEntirely() {
        assertThat(TWO_TO_FOUR.encloses(TWO_TO_FOUR)).isTrue();
        assertThat(TWO_TO_FOUR.encloses(span(3, 4))).isTrue();
        assertThat(TWO_TO_FOUR.encloses(span(1, 3))).isFalse();
        assertThat(TWO_TO_FOUR.encloses(span(3, 5))).isFalse();
        assertThat(TWO_TO_FOUR.encloses(new Span(null, at(3)))).isFalse();
        assertThat(TWO_TO_FOUR.encloses(new Span(at(3), null))).isFalse();
        assertThat(new Span(null, at(4)).encloses(new Span(null, at(4)))).isTrue();
        assertThat(new Span(at(2), null).encloses(new Span(at(2), null))).isTrue();
        assertThat(Span.always().encloses(Span.always())).isTrue();
    }

    @Test
    void enclosesAMomentInIt() {
        assertThat(TWO_TO_FOUR.encloses(Span.at(at(2)))).isTrue();
        assertThat(TWO_TO_FOUR.encloses(Span.at(at(4)))).isFalse();
        assertThat(TWO_TO_FOUR.encloses(Span.at(at(1)))).isFalse();
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(2, 1))
                .withMessage("a span does not end before it starts");
        assertThat(span(2, 2)).isEqualTo(Span.at(at(2)));
    }

    private static Span span(int start, int end) {
        return new Span(at(start), at(end));
    }

    private static Instant at(int day) {
        return Instant.parse("2026-01-0" + (day + 1) + "T00:00:00Z");
    }
}
