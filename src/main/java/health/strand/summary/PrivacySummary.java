package health.strand.summary;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.audit.Visit;
import health.strand.visibility.Holding;
import health.strand.visibility.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the five questions.
 *
 * @param told the classes of which whoever asks may know what there is
 * @param names of whom the answers name
 * @param organizations for whom people work
 * @param contact how to reach the privacy officer; null when the clinic does not say
 */
record PrivacySummary(
        PatientId patient,
        Instant at,
        Set<DataClass> told,
        Protection protection,
        Map<DataClass, Holding> holdings,
        List<Sight> sights,
        Instant since,
        List<Visit> visits,
        List<Recipient> recipients,
        List<Kept> kept,
        String law,
        @Nullable String contact,
        Map<String, Named> names,
        Map<String, String> organizations) {}
