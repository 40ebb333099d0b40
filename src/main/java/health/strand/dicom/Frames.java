package health.strand.dicom;

import java.util.List;
import java.util.Optional;

/**
 * Where the frames of a file's pixels lie, as far as that can be told from its header.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_8.2">PS3.5 section 8.2</a>
 */
public final class Frames {

    /**
     * Some bytes of a file.
     *
     * @param offset of the first, from the start of the file
     * @param length in bytes
     */
    public record Range(long offset, long length) {}

    private static final int BYTE = 8;
    private static final int MOST = 0xFFFF;

    private final int count;
    private final long size;
    private final List<Element.Elsewhere> pieces;

    private Frames(int count, long size, List<Element.Elsewhere> pieces) {
        this.count = count;
        this.size = size;
        this.pieces = pieces;
    }

    /** Empty where there are no pixels, or none of which single frames can be given as they are. */
    public static Optional<Frames> of(DicomFile file) {
        Element pixels = file.data().element(Tag.PIXEL_DATA).orElse(null);
        if (pixels == null || file.syntax().deflated()) {
            return Optional.empty();
        }
        int count = file.data().number(Tag.FRAMES).orElse(1);
        if (pixels.content() instanceof Element.Fragments fragments) {
            return encapsulated(count, fragments.all());
        }
        return pixels.content() instanceof Element.Elsewhere all ? plain(file, count, all) : Optional.empty();
    }

    private static Optional<Frames> encapsulated(int count, List<Element.Elsewhere> all) {
        // the first is the table of where frames begin
        List<Element.Elsewhere> pieces = all.isEmpty() ? all : all.subList(1, all.size());
        boolean known = !pieces.isEmpty() && (count == 1 || count == pieces.size());
        return known ? Optional.of(new Frames(count, 0, pieces)) : Optional.empty();
    }

    private static Optional<Frames> plain(DicomFile file, int count, Element.Elsewhere all) {
        DataSet data = file.data();
        int bits = data.number(Tag.BITS_ALLOCATED).orElse(0);
        if (bits % BYTE != 0 || all.bigEndian() && bits > BYTE) {
            return Optional.empty();
        }
        boolean halved = data.text(Tag.PHOTOMETRIC).endsWith("_422");
        long samples = halved ? 2 : side(data, Tag.SAMPLES_PER_PIXEL, 1);
        long size = samples * side(data, Tag.ROWS, 0) * side(data, Tag.COLUMNS, 0) * (bits / BYTE);
        boolean fits = count > 0 && size > 0 && size <= all.length() / count;
        return fits ? Optional.of(new Frames(count, size, List.of(all))) : Optional.empty();
    }

    /** A number that is none of sixteen bits without a sign is none; so no product of them is too large. */
    private static long side(DataSet data, int tag, int usual) {
        int said = data.number(tag).orElse(usual);
        return said > 0 && said <= MOST ? said : 0;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /**
     * The pieces of one, in their order.
     *
     * @param number from 1 to {@link #count()}
     */
    public List<Range> frame(int number) {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("no such frame");
        }
        if (size > 0) {
            return List.of(new Range(pieces.get(0).offset() + (number - 1) * size, size));
        }
        List<Element.Elsewhere> some = count == 1 ? pieces : List.of(pieces.get(number - 1));
        return some.stream()
                .map(each -> new Range(each.offset(), each.length()))
                .toList();
    }
}
