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
    private final SortedMap<Integer, OperationOutcome> refused = new TreeMap<>();

    RefusedEntries(int entries) {
        this.entries = entries;
    }

    void add(int index, OperationOutcome outcome) {
        refused.put(index, outcome);
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
            OperationOutcome outcome = refused.get(index);
            if (outcome != null) {
                all.add(refusal(outcome));
            } else if (answered.hasNext()) {
                all.add(answered.next());
            }
        }
        response.setEntry(all);
    }

    private static BundleEntryComponent refusal(OperationOutcome outcome) {
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.getResponse().setStatus("403 Forbidden").setOutcome(outcome);
        return entry;
    }
}
