package health.strand.deidentification;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a project calls a patient, what it calls the objects that are about the patient, and when it says they were made: the same
 * in every copy for the project, and unlike those of any other.
 *
 * @param numbers pseudorandom, of 16 bytes, which the project determines
 * @param patient such as {@code Patient/7}
 */
public record ProjectNames(Numbers numbers, String patient) {

    private static final int LABEL_BYTES = 6;
    private static final int YEAR = 365;

    /** Draws a number for whatever is named. */
    @FunctionalInterface
    public interface Numbers {

        /** @param kind what is named */
        byte[] of(String kind, String value);
    }

    /** Another UID for this one (PS3.5 section B.2: of a UUID). */
    String uid(String uid) {
        byte[] number = numbers.of("uid", uid);
        number[6] = (byte) (number[6] & 0x0F | 0x80);
        number[8] = (byte) (number[8] & 0x3F | 0x80);
        return "2.25." + new BigInteger(1, number);
    }

    /** A name for the patient. */
    String label() {
        return "P-" + HexFormat.of().formatHex(Arrays.copyOf(numbers.of("patient", patient), LABEL_BYTES));
    }

    /**
     * A day so many days earlier, from 1 to 365, that it is as far from the patient's others as before.
     *
     * @param date as DICOM writes it, {@code YYYYMMDD}
     * @return in the same form; empty where it is none
     */
    String date(String date) {
        int days = 1
                + new BigInteger(1, numbers.of("days", patient))
                        .mod(BigInteger.valueOf(YEAR))
                        .intValue();
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                    .minusDays(days)
                    .format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            return "";
        }
    }
}
