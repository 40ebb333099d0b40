package health.strand.enforcement;

import health.strand.audit.Actor;
import health.strand.audit.TrailEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;

/** Takes each entry of a batch or transaction, with its answer, for a request of its own. */
final class TrailBundles {

    private static final int FIRST_FAILURE = 300;

    private final TrailAnswers answers;

    TrailBundles(TrailAnswers answers) {
        this.answers = answers;
    }

    /**
     * @param asked the entries as they were sent
     * @param written what has been recorded by those that stored something
     */
    List<TrailEntry> answered(List<?> asked, Bundle answer, Set<String> written, Actor actor) {
        List<TrailEntry> entries = new ArrayList<>();
        for (int index = 0; index < Math.min(asked.size(), answer.getEntry().size()); index++) {
            Asked one = Asked.of((BundleEntryComponent) asked.get(index));
            BundleEntryComponent answered = answer.getEntry().get(index);
            int status = status(answered);
            if (status >= FIRST_FAILURE) {
                String refusal = Refusals.reasonIn(answered.getResponse().getOutcome());
                entries.addAll(answers.attempted(one, status, refusal, actor));
            } else if (!one.interaction().writes()) {
                entries.addAll(answers.shown(one, answered.getResource(), actor));
            } else if (!written.contains(reference(one, answered))) {
                entries.addAll(answers.unchanged(one, actor));
            }
        }
        return entries;
    }

    private static int status(BundleEntryComponent answered) {
        String status = answered.getResponse().getStatus();
        return status != null && status.matches("\\d{3}.*") ? Integer.parseInt(status.substring(0, 3)) : 200;
    }

    private static String reference(Asked asked, BundleEntryComponent answered) {
        return Optional.ofNullable(answered.getResponse().getLocation())
                .map(IdType::new)
                .filter(IdType::hasIdPart)
                .map(id -> asked.type() + "/" + id.getIdPart())
                .or(asked::address)
                .orElse("");
    }
}
