package health.strand.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads data sets element by element. Long values without a text are passed over; how deep, how many and how long in all the
 * others may be is bounded.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_7">PS3.5 chapter 7</a>
 */
final class DicomReader {

    static final int DEEPEST = 16;
    static final int MOST_ELEMENTS = 50_000;
    static final int MOST_HELD = 8 * 1024 * 1024;
    static final int LONGEST_TEXT = 64 * 1024;
    static final int LONGEST_BYTES = 1024;
    static final int MOST_FRAGMENTS = 100_000;

    private static final long UNDEFINED = 0xFFFFFFFFL;

    private final DicomInput input;
    private int elements;
    private long held;

    DicomReader(DicomInput input) {
        this.input = input;
    }

    /** What a data set is read with. */
    private record Surroundings(boolean explicit, CharacterSets characters, boolean signed, int depth, long end) {

        Surroundings with(CharacterSets others) {
            return new Surroundings(explicit, others, signed, depth, end);
        }

        Surroundings withSign(boolean sign) {
            return new Surroundings(explicit, characters, sign, depth, end);
        }

        Surroundings within(boolean explicitly, long until) {
            return new Surroundings(explicitly, characters, signed, depth + 1, until);
        }
    }

    /** The header of the file itself: the elements of the group 0002. */
    DataSet header() throws IOException, UnreadableDicom {
        input.order(false);
        DataSet header = new DataSet();
        Surroundings around = new Surroundings(true, CharacterSets.DEFAULT, false, 0, UNDEFINED);
        while (!input.isAtEnd() && Tag.group(input.peekTag()) == 0x0002) {
            header.put(element(input.tag(), around));
        }
        return header;
    }

    /** Everything after the header, to the end of the file. */
    DataSet body(TransferSyntax syntax) throws IOException, UnreadableDicom {
        input.order(syntax.bigEndian());
        return dataSet(new Surroundings(syntax.explicit(), CharacterSets.DEFAULT, false, 0, UNDEFINED));
    }

    private DataSet dataSet(Surroundings outer) throws IOException, UnreadableDicom {
        Surroundings around = outer;
        DataSet all = new DataSet();
        while (!isAtEnd(around)) {
            int tag = input.tag();
            if (tag == Tag.ITEM_END && around.end() == UNDEFINED && around.depth() > 0) {
                input.unsignedInt();
                return all;
            }
            if (Tag.isDelimiter(tag) || Tag.group(tag) <= 0x0002) {
                throw new UnreadableDicom("an element stands where none of its kind can be");
            }
            Element element = element(tag, around);
            if (!Tag.isGroupLength(tag)) {
                all.put(element);
            }
            if (tag == Tag.CHARACTER_SET) {
                around = around.with(CharacterSets.named(all.texts(tag)));
            } else if (tag == Tag.PIXEL_REPRESENTATION) {
                around = around.withSign(all.number(tag).orElse(0) == 1);
            }
        }
        return all;
    }

    private boolean isAtEnd(Surroundings around) throws IOException, UnreadableDicom {
        if (around.end() != UNDEFINED) {
            return input.position() >= around.end();
        }
        return around.depth() == 0 && input.isAtEnd();
    }

    private Element element(int tag, Surroundings around) throws IOException, UnreadableDicom {
        if (++elements > MOST_ELEMENTS) {
            throw new UnreadableDicom("the file has more than " + MOST_ELEMENTS + " elements");
        }
        Vr vr;
        long length;
        boolean explicit = around.explicit();
        if (explicit) {
            vr = written();
            length = vr.hasLongLength() ? longLength() : input.unsignedShort();
        } else {
            vr = Dictionary.representation(tag, around.signed()).orElse(Vr.UN);
            length = input.unsignedInt();
        }
        if (length != UNDEFINED && input.position() + length > limit(around)) {
            throw new UnreadableDicom("a value is longer than what it stands in");
        }
        if (vr == Vr.SQ || length == UNDEFINED && vr == Vr.UN) {
            return new Element(tag, Vr.SQ, items(vr, length, around));
        }
        if (length == UNDEFINED) {
            return new Element(tag, vr, fragments(tag, vr, around));
        }
        return valued(tag, explicit && vr == Vr.UN ? known(tag, around) : vr, length, around);
    }

    private static long limit(Surroundings around) {
        return around.end() == UNDEFINED ? Long.MAX_VALUE : around.end();
    }

    private Vr written() throws IOException, UnreadableDicom {
        String name = new String(input.bytes(2), StandardCharsets.ISO_8859_1);
        return Vr.named(name)
                .orElseThrow(() -> new UnreadableDicom("the representation of a value is none of the standard's"));
    }

    private long longLength() throws IOException, UnreadableDicom {
        input.unsignedShort();
        return input.unsignedInt();
    }

    /** What somebody wrote who did not know it, and who therefore wrote it in little endian (PS3.5 section 6.2.2). */
    private static Vr known(int tag, Surroundings around) {
        Optional<Vr> known = Tag.isPrivate(tag) ? Optional.empty() : Dictionary.representation(tag, around.signed());
        return known.filter(vr -> vr != Vr.SQ).orElse(Vr.UN);
    }

    private Element valued(int tag, Vr vr, long length, Surroundings around) throws IOException, UnreadableDicom {
        if (tag == Tag.PIXEL_DATA || length > (vr.isBytes() ? LONGEST_BYTES : LONGEST_TEXT)) {
            long offset = input.position();
            input.skip(length);
            return new Element(tag, vr, new Element.Elsewhere(offset, length, input.bigEndian()));
        }
        held += length;
        if (held > MOST_HELD) {
            throw new UnreadableDicom("the header is longer than 8 MiB");
        }
        return new Element(
                tag, vr, new Element.Held(input.bytes((int) length), input.bigEndian(), around.characters()));
    }

    private Element.Items items(Vr vr, long length, Surroundings around) throws IOException, UnreadableDicom {
        if (around.depth() >= DEEPEST) {
            throw new UnreadableDicom("sequences lie in each other deeper than " + DEEPEST);
        }
        boolean bigEndian = input.bigEndian();
        boolean explicit = around.explicit() && vr == Vr.SQ;
        if (vr != Vr.SQ) {
            input.order(false);
        }
        long end = length == UNDEFINED ? UNDEFINED : input.position() + length;
        List<DataSet> items = new ArrayList<>();
        while (end == UNDEFINED || input.position() < end) {
            int tag = input.tag();
            long size = input.unsignedInt();
            if (tag == Tag.SEQUENCE_END && end == UNDEFINED) {
                break;
            }
            if (tag != Tag.ITEM || ++elements > MOST_ELEMENTS) {
                throw new UnreadableDicom("a sequence holds what is no item, or too many of them");
            }
            long until = size == UNDEFINED ? UNDEFINED : input.position() + size;
            if (until != UNDEFINED && until > Math.min(limit(around), end == UNDEFINED ? Long.MAX_VALUE : end)) {
                throw new UnreadableDicom("a value is longer than what it stands in");
            }
            items.add(dataSet(around.within(explicit, until)));
        }
        input.order(bigEndian);
        return new Element.Items(List.copyOf(items));
    }

    private Element.Fragments fragments(int tag, Vr vr, Surroundings around) throws IOException, UnreadableDicom {
        if (tag != Tag.PIXEL_DATA || around.depth() > 0 || vr != Vr.OB && vr != Vr.OW) {
            throw new UnreadableDicom("a value has no length and is no sequence");
        }
        List<Element.Elsewhere> pieces = new ArrayList<>();
        while (true) {
            int piece = input.tag();
            long length = input.unsignedInt();
            if (piece == Tag.SEQUENCE_END) {
                return new Element.Fragments(List.copyOf(pieces));
            }
            if (piece != Tag.ITEM || length == UNDEFINED || pieces.size() >= MOST_FRAGMENTS) {
                throw new UnreadableDicom("the pixels are in pieces that cannot be told apart, or in too many");
            }
            pieces.add(new Element.Elsewhere(input.position(), length, false));
            input.skip(length);
        }
    }
}
