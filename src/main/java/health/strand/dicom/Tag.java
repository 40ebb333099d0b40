package health.strand.dicom;

import java.util.List;
import java.util.Locale;

/**
 * The numbers of the data elements that are asked for by name: the group in the upper 16 bits, the element in the lower.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part06.html">PS3.6</a>
 */
public final class Tag {

    public static final int TRANSFER_SYNTAX = 0x00020010;
    public static final int CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int SOP_CLASS = 0x00080016;
    public static final int SOP_INSTANCE = 0x00080018;
    public static final int STUDY_DATE = 0x00080020;
    public static final int STUDY_TIME = 0x00080030;
    public static final int ACCESSION_NUMBER = 0x00080050;
    /** Of the study, the series, the acquisition and the content. */
    public static final List<Integer> DATES = List.of(STUDY_DATE, 0x00080021, 0x00080022, 0x00080023);

    public static final int MODALITY = 0x00080060;
    public static final int MANUFACTURER = 0x00080070;
    public static final int REFERRING = 0x00080090;
    public static final int STUDY_DESCRIPTION = 0x00081030;
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int BIRTH_DATE = 0x00100030;
    public static final int SEX = 0x00100040;
    public static final int IDENTITY_REMOVED = 0x00120062;
    public static final int METHOD = 0x00120063;
    public static final int METHOD_CODES = 0x00120064;
    public static final int STUDY_INSTANCE = 0x0020000D;
    public static final int SERIES_INSTANCE = 0x0020000E;
    public static final int STUDY_ID = 0x00200010;
    public static final int SERIES_NUMBER = 0x00200011;
    public static final int INSTANCE_NUMBER = 0x00200013;
    public static final int PATIENT_ORIENTATION = 0x00200020;
    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    public static final int PHOTOMETRIC = 0x00280004;
    public static final int PLANAR = 0x00280006;
    public static final int FRAMES = 0x00280008;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int PIXEL_SPACING = 0x00280030;
    public static final int BITS_ALLOCATED = 0x00280100;
    public static final int BITS_STORED = 0x00280101;
    public static final int HIGH_BIT = 0x00280102;
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    public static final int BURNED_IN = 0x00280301;
    public static final int RECOGNIZABLE = 0x00280302;
    public static final int LONGITUDINAL = 0x00280303;
    public static final int LOSSY = 0x00282110;
    public static final int PIXEL_DATA = 0x7FE00010;

    static final int ITEM = 0xFFFEE000;
    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;

    private Tag() {}

    /** Eight upper-case digits, as DICOM JSON names it. */
    public static String hex(int tag) {
        return String.format(Locale.ROOT, "%08X", tag);
    }

    static int group(int tag) {
        return tag >>> 16;
    }

    static boolean isPrivate(int tag) {
        return (group(tag) & 1) == 1;
    }

    /** Whether it reserves a block of private elements for whoever it names (PS3.5 section 7.8.1). */
    static boolean isPrivateCreator(int tag) {
        int element = tag & 0xFFFF;
        return isPrivate(tag) && element >= 0x10 && element <= 0xFF;
    }

    static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    /** Whether it begins or ends something instead of saying something. */
    static boolean isDelimiter(int tag) {
        return group(tag) == 0xFFFE;
    }
}
