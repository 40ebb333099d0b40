package health.strand.dicom;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a value is represented.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_6.2">PS3.5 section 6.2</a>
 */
public enum Vr {
    AE,
    AS,
    AT,
    CS,
    DA,
    DS,
    DT,
    FD,
    FL,
    IS,
    LO,
    LT,
    OB,
    OD,
    OF,
    OL,
    OV,
    OW,
    PN,
    SH,
    SL,
    SQ,
    SS,
    ST,
    SV,
    TM,
    UC,
    UI,
    UL,
    UN,
    UR,
    US,
    UT,
    UV;

    /** Written with a length of 32 bits, where the representation is written at all. */
    private static final Set<Vr> LONG = EnumSet.of(OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV);

    /** One text, in which a backslash is a backslash. */
    private static final Set<Vr> SINGLE = EnumSet.of(LT, ST, UR, UT);

    private static final Set<Vr> TEXT = EnumSet.of(AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT);
    private static final Set<Vr> IN_CHARACTER_SET = EnumSet.of(LO, LT, PN, SH, ST, UC, UT);
    private static final Set<Vr> BYTES = EnumSet.of(OB, OD, OF, OL, OV, OW, UN);

    static Optional<Vr> named(String name) {
        for (Vr each : values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    boolean hasLongLength() {
        return LONG.contains(this);
    }

    boolean isText() {
        return TEXT.contains(this);
    }

    boolean isSingleText() {
        return SINGLE.contains(this);
    }

    /** Whether its text is written in the character set the file names; all other text is ASCII. */
    boolean isInCharacterSet() {
        return IN_CHARACTER_SET.contains(this);
    }

    /** Whether it is bytes whose meaning is not told. */
    boolean isBytes() {
        return BYTES.contains(this);
    }

    /** Of one number, in bytes; 0 where it is no number in binary. */
    int width() {
        return switch (this) {
            case SS, US -> 2;
            case AT, FL, SL, UL -> 4;
            case FD, SV, UV -> 8;
            case AE, AS, CS, DA, DS, DT, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SQ, ST, TM, UC, UI, UN, UR, UT ->
                0;
        };
    }
}
