package health.strand.dicomweb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.dicom.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of objects that were sent to be stored.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#table_I.1-1">PS3.18 annex I</a>
 */
final class StoreResult {

    /** Why one was not stored, in the numbers of the standard. */
    enum Failure {
        /** Who is pictured is not known to the sender, or somebody else than in the rest of the study. */
        NOT_AUTHORIZED(0x0124),
        /** It is no file that can be read. */
        CANNOT_UNDERSTAND(0xC000),
        /** Another object has its name. */
        DUPLICATE(0x0111),
        /** It belongs to another study than the one it was sent to. */
        OTHER_STUDY(0xA900),
        /** The record cannot be reached. */
        OUT_OF_RESOURCES(0xA700),
        /** The record does not take it. */
        PROCESSING(0x0110);

        private final int number;

        Failure(int number) {
            this.number = number;
        }
    }

    private static final int FAILED = 0x00081198;
    private static final int STORED = 0x00081199;
    private static final int OTHERS_FAILED = 0x0008119A;
    private static final int CLASS = 0x00081150;
    private static final int INSTANCE = 0x00081155;
    private static final int REASON = 0x00081197;

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final String base;
    private final List<Attributes> stored = new ArrayList<>();
    private final List<Attributes> failed = new ArrayList<>();
    private final List<Attributes> unread = new ArrayList<>();

    /** @param base the address of this endpoint */
    StoreResult(String base) {
        this.base = base;
    }

    void stored(Received each) {
        stored.add(named(each)
                .text(
                        Results.RETRIEVE_URL,
                        "UR",
                        base + "/studies/" + each.study() + "/series/" + each.series() + "/instances/" + each.uid()));
    }

    void failed(Received each, Failure why) {
        failed.add(named(each).number(REASON, "US", why.number));
    }

    /** One of which not even its name is known. */
    void unread() {
        unread.add(new Attributes().number(REASON, "US", Failure.CANNOT_UNDERSTAND.number));
    }

    private static Attributes named(Received each) {
        return new Attributes().text(CLASS, "UI", each.sopClass()).text(INSTANCE, "UI", each.uid());
    }

    int status() {
        if (failed.isEmpty() && unread.isEmpty()) {
            return OK;
        }
        return stored.isEmpty() ? CONFLICT : ACCEPTED;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, FAILED, failed);
        put(json, STORED, stored);
        put(json, OTHERS_FAILED, unread);
        return json;
    }

    private static void put(ObjectNode json, int tag, List<Attributes> items) {
        if (!items.isEmpty()) {
            ObjectNode sequence = json.putObject(Tag.hex(tag)).put("vr", "SQ");
            items.forEach(each -> sequence.withArray("Value").add(each.json()));
        }
    }
}
