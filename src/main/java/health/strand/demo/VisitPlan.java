package health.strand.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Lays the visits out: by treatment, within two weeks of the plan, with some missed and the next ones agreed. */
final class VisitPlan {

    /** The clinic lives in one time zone. */
    static final ZoneId CLINIC_TIME = ZoneId.of("Europe/Berlin");

    private static final double TEN_DAYS = 10 / 30.4;
    private static final double[] AFTER_SURGERY = {0, TEN_DAYS, 1, 3, 6, 9, 12, 18, 24, 36};
    private static final double[] OTHERWISE = {0, 3, 6, 12, 24, 36};

    private VisitPlan() {}

    static List<Visit> of(PatientStory story, LocalDate today, Dice dice) {
        List<Visit> visits = new ArrayList<>();
        for (double month : story.arm() == Arm.TRANSPLANT ? AFTER_SURGERY : OTHERWISE) {
            LocalDate day = day(story, month, dice);
            boolean gone = !story.stillComing() && month > story.leftAfter();
            if (gone || day.isAfter(today.plusMonths(13))) {
                break;
            }
            visits.add(visit(story, month, day, today, dice));
        }
        return visits;
    }

    private static Visit visit(PatientStory story, double month, LocalDate day, LocalDate today, Dice dice) {
        ZonedDateTime start =
                day.atTime(dice.between(8, 16), 15 * dice.between(0, 3)).atZone(CLINIC_TIME);
        boolean missed = dice.chance(0.12) && month > 0 && !story.isAna();
        boolean other = dice.chance(0.03) && month > 0;
        Visit.Kind kind = !day.isBefore(today) ? Visit.Kind.PLANNED : missed ? Visit.Kind.MISSED : Visit.Kind.ATTENDED;
        boolean scanned = month == 0 || month >= 3;
        return new Visit(start, month, kind, scanned, other);
    }

    private static LocalDate day(PatientStory story, double month, Dice dice) {
        int jitter = month < 1 ? 0 : month < 3 ? dice.between(-4, 4) : dice.between(-14, 14);
        LocalDate day = story.firstVisit().plusDays(Math.round(month * 30.4) + jitter);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
