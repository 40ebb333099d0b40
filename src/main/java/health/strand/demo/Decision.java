package health.strand.demo;

/** How a patient answered, or what became of the answer. */
enum Decision {
    GRANTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    UNASKED;

    private static final double WITHDRAWN_PER_YEAR = 0.04;

    /** Ana's answers are fixed, one of each kind, so that the demo can show them. */
    static Decision of(PatientStory story, Purpose purpose, Dice dice) {
        if (story.isAna()) {
            return ofAna(purpose);
        }
        if (purpose.needed()) {
            return GRANTED;
        }
        if (purpose == Purpose.GENETICS) {
            return genetics(story, dice);
        }
        return dice.chance(purpose.agree) ? agreed(story, dice) : dice.chance(0.6) ? REFUSED : UNASKED;
    }

    private static Decision ofAna(Purpose purpose) {
        return switch (purpose) {
            case CARE, IMAGING, VENDOR_CLOUD -> GRANTED;
            case RESEARCH -> EXPIRED;
            case MARKETING -> REFUSED;
            case GENETICS -> WITHDRAWN;
        };
    }

    /** Nobody is tested without having agreed; the consent may have been withdrawn since. */
    private static Decision genetics(PatientStory story, Dice dice) {
        return story.geneTested() ? agreed(story, dice) : dice.chance(0.1) ? REFUSED : UNASKED;
    }

    private static Decision agreed(PatientStory story, Dice dice) {
        if (dice.chance(WITHDRAWN_PER_YEAR * story.months() / 12)) {
            return WITHDRAWN;
        }
        return dice.chance(0.08) ? EXPIRED : GRANTED;
    }
}
