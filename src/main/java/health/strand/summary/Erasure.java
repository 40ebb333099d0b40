package health.strand.summary;

import java.util.Locale;

/** Whether a patient can have data of a class deleted. */
enum Erasure {
    /** There is none of it. */
    NOTHING_HELD,
    /** No rule keeps it any more. */
    NOW,
    /** A rule keeps it until a day that is known. */
    FROM_A_DAY,
    /** It rests on a consent that stands; its time begins when that is taken back. */
    AFTER_WITHDRAWAL,
    /** Its time begins when the clinic needs the record no more. */
    AFTER_USE,
    /** What the law of the place asks is not known here, or what its time begins with; somebody has to look. */
    UNKNOWN,
    /** Whoever asks may not know what there is of it. */
    NOT_SHOWN;

    /** The code it is told by. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
