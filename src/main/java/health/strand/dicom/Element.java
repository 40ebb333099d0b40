package health.strand.dicom;

import java.util.List;

/** One data element: what it is about, how its value is represented, and the value or where it lies. */
public record Element(int tag, Vr vr, Content content) {

    /** A value, or where it is. */
    public sealed interface Content permits Held, Items, Elsewhere, Fragments {}

    /** A value as it stands in the file. */
    record Held(byte[] bytes, boolean bigEndian, CharacterSets characters) implements Content {}

    /** Data sets within the data set. */
    record Items(List<DataSet> all) implements Content {}

    /**
     * A value that was passed over.
     *
     * @param offset of its first byte, from the start of the file, or of what the file is once it is inflated
     * @param length in bytes
     */
    record Elsewhere(long offset, long length, boolean bigEndian) implements Content {}

    /** Pixels in another format, in one or more pieces; the first is a table of where frames begin, and may be empty. */
    record Fragments(List<Elsewhere> all) implements Content {}

    /** Whether the value was passed over. */
    public boolean isElsewhere() {
        return content instanceof Elsewhere || content instanceof Fragments;
    }
}
