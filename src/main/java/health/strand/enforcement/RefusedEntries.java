package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;

/** The entries of a batch that were refused, to be answered in their places. */
final class RefusedEntries {

    private static final String KEY = RefusedEntries.class.getName();

    private final int entries;
    private final SortedMap<Integer, BundleEntryComponent> refused = new TreeMap<>();

    RefusedEntries(int entries) {
        this.entries = entries;
    }

    /** Refuses an entry for what the requester may not do. */
    void forbid(int index, OperationOutcome outcome) {
        refused.put(index, refusal("403 Forbidden", outcome));
    }

    /** Refuses an entry, named by its place among those not refused yet, for what is wrong with its content. */
    void reject(int place, OperationOutcome outcome) {
        refused.put(index(place), refusal("422 Unprocessable Entity", outcome));
    }

    private int index(int place) {
        int index = -1;
        for (int left = place; left >= 0; left--) {
            index++;
            while (refused.containsKey(index)) {
                index++;
            }
        }
        return index;
    }

    /** Those of the request; an answer to a batch without refusals is left alone. */
    static RefusedEntries of(RequestDetails request) {
        if (request.getUserData().get(KEY) instanceof RefusedEntries kept) {
            return kept;
        }
        throw new IllegalStateException("a batch is judged before it is read");
    }

    void keepWith(RequestDetails request) {
        request.getUserData().put(KEY, this);
    }

    /** Puts the refusals of the request, if there are any, among the answers to its other entries. */
    static void answerIn(RequestDetails request, Bundle response) {
        if (request.getUserData().get(KEY) instanceof RefusedEntries kept && !kept.refused.isEmpty()) {
            kept.answerIn(response);
        }
    }

    private void answerIn(Bundle response) {
        Iterator<BundleEntryComponent> answered =
                List.copyOf(response.getEntry()).iterator();
        List<BundleEntryComponent> all = new ArrayList<>();
        for (int index = 0; index < entries; index++) {
            BundleEntryComponent refusal = refused.get(index);
            if (refusal != null) {
                all.add(refusal);
            } else if (answered.hasNext()) {
                all.add(answered.next());
            }
        }
        response.setEntry(all);
    }

    private static BundleEntryComponent refusal(String status, OperationOutcome outcome) {
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.getResponse().setStatus(status).setOutcome(outcome);
        return entry;
    }
}
