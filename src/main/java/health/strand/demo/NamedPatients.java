package health.strand.demo;

import java.time.LocalDate;

/** The patients whom every clinic of ours has, whatever the seed. */
final class NamedPatients {

    static final int COUNT = 3;

    private NamedPatients() {}

    static PatientStory of(int number, Dice dice, LocalDate today) {
        return switch (number) {
            case 0 -> ana(dice, today);
            case 1 -> ben(dice, today);
            case 2 -> kim(dice, today);
            default -> throw new IllegalArgumentException("no named patient has the number " + number);
        };
    }

    /** Whose scans stretch over twenty-four months. */
    private static PatientStory ana(Dice dice, LocalDate today) {
        return new PatientStory(
                0,
                "ana",
                "Ana",
                "Ruiz",
                true,
                today.minusYears(38).minusDays(121),
                Origin.HISPANIC,
                Diagnosis.PATTERN,
                Stage.of(dice, true, 3),
                Arm.MINOXIDIL,
                today.minusMonths(25),
                25,
                99,
                true);
    }

    private static PatientStory ben(Dice dice, LocalDate today) {
        return new PatientStory(
                1,
                "ben",
                "Ben",
                "Okafor",
                false,
                today.minusYears(44).minusDays(45),
                Origin.AFRICAN,
                Diagnosis.PATTERN,
                Stage.of(dice, false, 4),
                Arm.TRANSPLANT,
                today.minusMonths(14).minusDays(21),
                14,
                99,
                false);
    }

    /** A minor, so the guardian acts; alopecia areata is the hair loss of that age. */
    private static PatientStory kim(Dice dice, LocalDate today) {
        return new PatientStory(
                2,
                "kim",
                "Kim",
                "Sato",
                true,
                today.minusYears(17).minusDays(80),
                Origin.EAST_ASIAN,
                Diagnosis.AREATA,
                Stage.of(dice, true, 1),
                Arm.UNTREATED,
                today.minusMonths(8).minusDays(21),
                8,
                99,
                false);
    }
}
