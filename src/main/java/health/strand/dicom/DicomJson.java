package health.strand.dicom;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes data sets as DICOM JSON.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#chapter_F">PS3.18 annex F</a>
 */
public final class DicomJson {

    private static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private final JsonGenerator json;
    private final Function<Element, String> address;

    /** @param address where a value is got that was passed over; an empty text for nowhere */
    public DicomJson(JsonGenerator json, Function<Element, String> address) {
        this.json = json;
        this.address = address;
    }

    /** One data set, as an object. */
    public void write(DataSet set) throws IOException {
        json.writeStartObject();
        for (Element each : set.elements()) {
            json.writeObjectFieldStart(Tag.hex(each.tag()));
            json.writeStringField("vr", each.vr().name());
            value(each);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void value(Element element) throws IOException {
        if (element.content() instanceof Element.Items items) {
            items(items.all());
        } else if (element.isElsewhere()) {
            String where = address.apply(element);
            if (!where.isEmpty()) {
                json.writeStringField("BulkDataURI", where);
            }
        } else if (element.tag() == Tag.CHARACTER_SET) {
            // JSON is written in it, whatever the file was
            json.writeArrayFieldStart("Value");
            json.writeString("ISO_IR 192");
            json.writeEndArray();
        } else if (element.vr().isText()) {
            texts(element);
        } else if (element.vr().isBytes()) {
            byte[] bytes = ((Element.Held) element.content()).bytes();
            if (bytes.length > 0) {
                json.writeBinaryField("InlineBinary", bytes);
            }
        } else {
            numbers(element);
        }
    }

    private void items(List<DataSet> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (DataSet each : items) {
            write(each);
        }
        json.writeEndArray();
    }

    private void texts(Element element) throws IOException {
        List<String> values = Values.texts(element);
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (String each : values) {
            if (each.isEmpty()) {
                json.writeNull();
            } else if (element.vr() == Vr.PN) {
                name(each);
            } else {
                plain(element.vr(), each);
            }
        }
        json.writeEndArray();
    }

    private void plain(Vr vr, String text) throws IOException {
        boolean number = (vr == Vr.IS || vr == Vr.DS) && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
        if (number) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    private void name(String name) throws IOException {
        json.writeStartObject();
        String[] groups = name.split("=", NAME_GROUPS.size());
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isEmpty()) {
                json.writeStringField(NAME_GROUPS.get(i), groups[i]);
            }
        }
        json.writeEndObject();
    }

    private void numbers(Element element) throws IOException {
        List<Number> values = Values.numbers(element);
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (Number each : values) {
            number(element.vr(), each);
        }
        json.writeEndArray();
    }

    private void number(Vr vr, Number value) throws IOException {
        if (vr == Vr.AT) {
            json.writeString(String.format(Locale.ROOT, "%08X", value.intValue()));
        } else if (value instanceof Float || value instanceof Double) {
            double number = value.doubleValue();
            if (Double.isFinite(number)) {
                json.writeNumber(value.toString());
            } else {
                json.writeString(Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf");
            }
        } else {
            json.writeNumber(value.toString());
        }
    }
}
