package health.strand.enforcement;

import health.strand.access.ClientRole;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.audit.AuditTrail;
import health.strand.audit.Outcome;
import health.strand.audit.TrailEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says beside what was shown that it went to somebody else's app, and of which classes it was. */
final class Disclosures {

    private final AuditTrail trail;
    private final Concerned concerned;

    Disclosures(AuditTrail trail, Concerned concerned) {
        this.trail = trail;
        this.concerned = concerned;
    }

    /** The entries, and one of a disclosure for each of them that says something was shown. */
    List<TrailEntry> beside(List<TrailEntry> entries, Requester requester) {
        if (requester.clientRole() == ClientRole.OWN) {
            return entries;
        }
        String recipient =
                requester.clientRole().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<TrailEntry> all = new ArrayList<>(entries);
        for (TrailEntry entry : entries) {
            PatientId patient = entry.patient();
            boolean shown =
                    entry.deed().outcome() == Outcome.DONE && !entry.cells().isEmpty();
            if (patient != null && shown) {
                all.add(trail.entry(
                                patient,
                                entry.actor(),
                                entry.deed().disclosing(recipient, patient, classes(entry.cells())))
                        .in(entry.cells()));
            }
        }
        return all;
    }

    private Set<String> classes(Set<Integer> cells) {
        return cells.stream().map(concerned::classOf).map(DataClass::code).collect(Collectors.toSet());
    }
}
