package health.strand.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the bytes of a value say. */
final class Values {

    private Values() {}

    /** Every value of a text, without what fills it up to an even length. */
    static List<String> texts(Element element) {
        if (!(element.content() instanceof Element.Held held) || held.bytes().length == 0) {
            return List.of();
        }
        String all = element.vr().isInCharacterSet()
                ? held.characters().decode(held.bytes())
                : new String(held.bytes(), StandardCharsets.ISO_8859_1);
        if (element.vr().isSingleText()) {
            return List.of(withoutEnd(all));
        }
        List<String> values = new ArrayList<>();
        for (String each : all.split("\\\\", -1)) {
            String value = withoutEnd(each);
            values.add(element.vr() == Vr.UC || element.vr() == Vr.PN ? value : value.stripLeading());
        }
        return values.size() == 1 && values.get(0).isEmpty() ? List.of() : values;
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Every value of a number in binary; a rest that is no whole number is left out. */
    static List<Number> numbers(Element element) {
        int width = element.vr().width();
        if (width == 0 || !(element.content() instanceof Element.Held held)) {
            return List.of();
        }
        ByteBuffer bytes =
                ByteBuffer.wrap(held.bytes()).order(held.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        List<Number> numbers = new ArrayList<>(bytes.remaining() / width);
        while (bytes.remaining() >= width) {
            numbers.add(number(element.vr(), bytes));
        }
        return numbers;
    }

    private static Number number(Vr vr, ByteBuffer bytes) {
        return switch (vr) {
            case SS -> bytes.getShort();
            case US -> Short.toUnsignedInt(bytes.getShort());
            case SL -> bytes.getInt();
            case UL -> Integer.toUnsignedLong(bytes.getInt());
            case SV -> bytes.getLong();
            case UV -> new java.math.BigInteger(Long.toUnsignedString(bytes.getLong()));
            case FL -> bytes.getFloat();
            case FD -> bytes.getDouble();
            // a group and an element, each in the order of its file
            case AT -> Short.toUnsignedInt(bytes.getShort()) << 16 | Short.toUnsignedInt(bytes.getShort());
            case AE, AS, CS, DA, DS, DT, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SQ, ST, TM, UC, UI, UN, UR, UT ->
                throw new IllegalStateException("no number in binary");
        };
    }
}
