package health.strand.twin;

import java.util.ArrayList;
import java.util.List;

/** Draws the questions for one requester. */
final class Grammar {

    private static final int WRITES = 8;
    private static final int DICOM = 4;
    private static final int STORES = 16;
    /** Each is a rehearsal of its own, and takes its time. */
    private static final int PREVIEWS = 12;

    private Grammar() {}

    /** Questions, and writes after them. */
    static List<Ask> questions(Model model, SearchSpace space, int count) {
        List<Ask> all = readings(model, space, count);
        DicomGrammar dicom = new DicomGrammar(model);
        for (int i = 0; i < count / DICOM; i++) {
            all.add(dicom.one());
        }
        // at the end: what is made now is found by nothing above
        WriteGrammar writes = new WriteGrammar(model);
        for (int i = 0; i < count / WRITES; i++) {
            all.addAll(writes.some());
        }
        for (int i = 0; i < count / STORES; i++) {
            all.addAll(dicom.storing());
        }
        return all;
    }

    /** Questions that change nothing, whatever another server makes of them. */
    static List<Ask> readings(Model model, SearchSpace space, int count) {
        SearchGrammar searches = new SearchGrammar(model, space);
        InstanceGrammar instances = new InstanceGrammar(model);
        List<Ask> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(model.words().chance(3) ? instances.one() : searches.one());
        }
        all.add(instances.previewOfOne());
        for (int i = 0; i < count / PREVIEWS; i++) {
            all.add(instances.previewOfAny());
        }
        return all;
    }
}
