package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.audit.AuditLog;
import health.strand.audit.BalpEvent;
import health.strand.audit.DisclosureQuery;
import health.strand.audit.TrailEntry;
import health.strand.enforcement.DecidedReach;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.Whereabouts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Tells patients, who acts for them and the privacy officer what of a record went to apps of somebody else. */
public final class Accounting {

    static final String NAME = "$accounting-of-disclosures";

    private static final String ENTRIES = Accounting.class.getName();
    private static final int YEARS = 6;
    private static final int MOST = 10_000;

    private final AuditLog log;
    private final BalpEvent events;
    private final DecidedTransactions reads;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private final String base;

    /** @param base the address of the FHIR endpoint */
    Accounting(AuditLog log, DecidedTransactions reads, Whereabouts whereabouts, Clock clock, String base) {
        this.log = log;
        this.events = new BalpEvent(base);
        this.reads = reads;
        this.whereabouts = whereabouts;
        this.clock = clock;
        this.base = base;
    }

    /** Of one patient, the newest first. */
    @Operation(
            name = NAME,
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/accounting-of-disclosures")
    public Bundle account(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) @Nullable DateTimeType start,
            @OperationParam(name = "end", max = 1) @Nullable DateTimeType end,
            @OperationParam(name = "purpose", max = 1) @Nullable CodeType purpose,
            @OperationParam(name = "recipient", max = 1) @Nullable StringType recipient,
            RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        PatientId patient = patient(id, reach);
        DisclosureQuery query = new DisclosureQuery(
                patient,
                from(start),
                until(end),
                purpose == null ? null : purpose.getValue(),
                recipient == null ? null : recipient.getValue(),
                everybody(reach),
                MOST + 1);
        List<TrailEntry> entries = Objects.requireNonNull(reads.within(reach, () -> log.disclosures(query)));
        if (entries.size() > MOST) {
            throw new UnprocessableEntityException(
                    "there are more than ten thousand; ask for less with `start` and `end`");
        }
        request.getUserData().put(ENTRIES, entries);
        return bundle(entries);
    }

    /** What a request was answered with. */
    @SuppressWarnings("unchecked")
    static List<TrailEntry> entriesOf(RequestDetails request) {
        return (List<TrailEntry>) request.getUserData().getOrDefault(ENTRIES, List.of());
    }

    /** One out of reach is not there, and neither is one that never was. */
    private PatientId patient(IdType id, Reach reach) {
        if (!PatientId.isValid(id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        PatientId patient = new PatientId(id.getIdPart());
        boolean within = reach.patients().includes(Set.of(patient));
        boolean known =
                !whereabouts.of(List.of("Patient/" + patient)).get(0).patients().isEmpty();
        if (!within || !known) {
            throw new ResourceNotFoundException(id);
        }
        return patient;
    }

    private static boolean everybody(Reach reach) {
        return reach.capacity().everywhere().contains(DataClass.AUDIT);
    }

    private Instant from(@Nullable DateTimeType start) {
        Date lowest =
                start == null ? null : new DateRangeParam(start.getValueAsString(), null).getLowerBoundAsInstant();
        return lowest == null
                ? clock.instant().atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant()
                : lowest.toInstant();
    }

    /** The last millisecond of what was named, and all of it. */
    private Instant until(@Nullable DateTimeType end) {
        Date highest = end == null ? null : new DateRangeParam(null, end.getValueAsString()).getUpperBoundAsInstant();
        return highest == null
                ? clock.instant().plusMillis(1)
                : highest.toInstant().plusMillis(1);
    }

    private Bundle bundle(List<TrailEntry> entries) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(entries.size());
        for (TrailEntry entry : entries) {
            bundle.addEntry()
                    .setFullUrl(base + "/AuditEvent/" + entry.id())
                    .setResource(events.of(entry))
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }
}
