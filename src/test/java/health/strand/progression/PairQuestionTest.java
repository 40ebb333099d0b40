package health.strand.progression;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.Canonical;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;

class PairQuestionTest {

    private static final PairQuestion ANY = new PairQuestion(Optional.empty(), Optional.empty(), Optional.empty());

    private static Media picture(String id, String day, String preparation, double pixel) {
        Media media = new Media().setCreated(new DateTimeType(day + "T09:00:00Z"));
        media.setId("Media/" + id);
        media.setView(new CodeableConcept(new Coding(Canonical.CODE_SYSTEM + "photo-view", "close", null)));
        Extension acquisition = media.addExtension().setUrl(Canonical.ACQUISITION);
        acquisition.addExtension("hairPreparation", new CodeType(preparation));
        Extension calibration = media.addExtension().setUrl(Canonical.CALIBRATION);
        calibration.addExtension("pixelSpacing", new Quantity().setValue(BigDecimal.valueOf(pixel)));
        return media;
    }

    private static String pair(PairQuestion question, Media... pictures) {
        return question.in(Arrays.asList(pictures))
                .map(found -> found.before().media().getIdElement().getIdPart() + " "
                        + found.after().media().getIdElement().getIdPart())
                .orElse("none");
    }

    @Test
    void takesTheFirstAndTheLastThatWereTakenAlike() {
        assertThat(pair(
                        ANY,
                        picture("d", "2026-01-01", "unclipped", 10),
                        picture("b", "2024-06-01", "clipped", 10),
                        picture("a", "2024-01-01", "clipped", 10),
                        picture("c", "2025-01-01", "clipped", 10)))
                .isEqualTo("a c");
    }

    @Test
    void takesThoseNearTheDaysThatAreNamed() {
        PairQuestion question = new PairQuestion(
                Optional.empty(),
                Optional.of(LocalDate.parse("2024-05-20")),
                Optional.of(LocalDate.parse("2024-12-20")));
        assertThat(pair(
                        question,
                        picture("a", "2024-01-01", "clipped", 10),
                        picture("b", "2024-06-01", "clipped", 10),
                        picture("c", "2025-01-01", "clipped", 10),
                        picture("d", "2026-01-01", "clipped", 10)))
                .isEqualTo("b c");
    }

    @Test
    void saysWhatKeepsTwoApart() {
        PicturePair found = ANY.in(List.of(
                        picture("a", "2024-01-01", "clipped", 10), picture("b", "2025-01-01", "unclipped", 10.6)))
                .orElseThrow();
        assertThat(found.isComparable()).isFalse();
        assertThat(found.differences())
                .containsExactly(
                        new PicturePair.Difference("hairPreparation", "clipped", "unclipped"),
                        new PicturePair.Difference("pixel-size", "10.0", "10.6"));
        assertThat(PairParameters.of(Optional.of(found))
                        .getParameter("difference")
                        .getPart())
                .hasSize(3);
    }

    /** Five percent, and no more. */
    @Test
    void takesPixelsOfNearlyOneSizeForAlike() {
        Media first = picture("a", "2024-01-01", "clipped", 10);
        assertThat(ANY.in(List.of(first, picture("b", "2025-01-01", "clipped", 10.5)))
                        .orElseThrow()
                        .isComparable())
                .isTrue();
        assertThat(ANY.in(List.of(first, picture("b", "2025-01-01", "clipped", 9.4)))
                        .orElseThrow()
                        .isComparable())
                .isFalse();
        Media uncalibrated = picture("b", "2025-01-01", "clipped", 10);
        uncalibrated.getExtension().remove(1);
        assertThat(ANY.in(List.of(first, uncalibrated)).orElseThrow().differences())
                .containsExactly(new PicturePair.Difference("pixel-size", "10.0", null));
    }

    @Test
    void keepsToTheViewThatIsNamed() {
        PairQuestion other = new PairQuestion(Optional.of("frontal"), Optional.empty(), Optional.empty());
        Media first = picture("a", "2024-01-01", "clipped", 10);
        Media second = picture("b", "2025-01-01", "clipped", 10);
        assertThat(pair(other, first, second)).isEqualTo("none");
        assertThat(pair(new PairQuestion(Optional.of("close"), Optional.empty(), Optional.empty()), first, second))
                .isEqualTo("a b");
    }

    @Test
    void findsNoneInOnePictureOrOfOneMoment() {
        assertThat(pair(ANY, picture("a", "2024-01-01", "clipped", 10))).isEqualTo("none");
        assertThat(pair(ANY, picture("a", "2024-01-01", "clipped", 10), picture("b", "2024-01-01", "clipped", 10)))
                .isEqualTo("none");
        assertThat(ANY.answer(List.of()).getParameter()).hasSize(1);
    }
}
