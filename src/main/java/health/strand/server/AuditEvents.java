package health.strand.server;

import ca.uhn.fhir.interceptor.api.HookParams;
import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SimplePreResourceShowDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import health.strand.audit.AuditLog;
import health.strand.audit.BalpEvent;
import health.strand.audit.LogQuery;
import health.strand.audit.TrailEntry;
import health.strand.enforcement.DecidedReach;
import health.strand.visibility.DecidedTransactions;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * AuditEvents, read out of the trail. Nobody writes them but the server.
 *
 * @see <a href="https://hl7.org/fhir/R4/auditevent.html">FHIR R4, AuditEvent</a>
 */
public final class AuditEvents implements IResourceProvider {

    /** What entries can be looked for by, beside `_id`. */
    static final Set<String> PARAMETERS =
            Set.of("_id", "patient", "date", "agent", "action", "type", "subtype", "outcome", "entity", "entity-role");

    private final AuditLog log;
    private final BalpEvent events;
    private final DecidedTransactions reads;
    private final IInterceptorBroadcaster interceptors;
    private final String base;

    /** @param base the address of the FHIR endpoint */
    AuditEvents(AuditLog log, DecidedTransactions reads, IInterceptorBroadcaster interceptors, String base) {
        this.log = log;
        this.events = new BalpEvent(base);
        this.reads = reads;
        this.interceptors = interceptors;
        this.base = base;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** One event. */
    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        Reach reach = reach(request);
        return AuditQueries.uuid(id.getIdPart()).stream()
                .flatMap(uuid -> found(LogQuery.one(uuid, everybody(reach)), reach, request).stream())
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** The newest events first. */
    @Search
    public Bundle search(
            @OptionalParam(name = "_id") @Nullable TokenOrListParam ids,
            @OptionalParam(name = "patient") @Nullable ReferenceOrListParam patients,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @OptionalParam(name = "agent") @Nullable ReferenceOrListParam agents,
            @OptionalParam(name = "action") @Nullable TokenOrListParam actions,
            @OptionalParam(name = "type") @Nullable TokenOrListParam types,
            @OptionalParam(name = "subtype") @Nullable TokenOrListParam subtypes,
            @OptionalParam(name = "outcome") @Nullable TokenOrListParam outcomes,
            @OptionalParam(name = "entity") @Nullable ReferenceOrListParam things,
            @OptionalParam(name = "entity-role") @Nullable TokenOrListParam roles,
            @OptionalParam(name = AuditQueries.AFTER) @Nullable StringParam after,
            @Count @Nullable Integer count,
            @Sort @Nullable SortSpec sort,
            @Nullable SummaryEnum summary,
            RequestDetails request) {
        AuditQueries.requireUsualOrder(sort);
        Reach reach = reach(request);
        int page = Math.min(count == null ? FhirServer.PAGE : count, FhirServer.LARGEST_PAGE);
        LogQuery query = AuditQueries.of(
                new AuditQueries.Parameters(
                        ids, patients, date, agents, actions, types, subtypes, outcomes, things, roles, after),
                everybody(reach),
                page + 1);
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        if (summary == SummaryEnum.COUNT) {
            return bundle.setTotal(reads.within(reach, () -> log.count(query)));
        }
        List<TrailEntry> entries = reads.within(reach, () -> log.search(query));
        List<TrailEntry> shown = entries.subList(0, Math.min(page, entries.size()));
        shown(shown, request)
                .forEach(event -> bundle.addEntry()
                        .setFullUrl(base + "/AuditEvent/" + event.getIdElement().getIdPart())
                        .setResource(event)
                        .getSearch()
                        .setMode(Bundle.SearchEntryMode.MATCH));
        if (entries.size() > page && page > 0) {
            bundle.addLink().setRelation("next").setUrl(AuditQueries.next(base, request, shown.get(page - 1)));
        }
        // HAPI would say how many were asked for
        boolean all = query.after() == null && entries.size() <= page;
        return bundle.setTotal(all ? entries.size() : reads.within(reach, () -> log.count(query.fromTheFirst())));
    }

    private List<AuditEvent> found(LogQuery query, Reach reach, RequestDetails request) {
        return shown(reads.within(reach, () -> log.search(query)), request);
    }

    /** As storage does with what it has found, so that those who leave something out before it is shown can. */
    private List<AuditEvent> shown(List<TrailEntry> entries, RequestDetails request) {
        boolean everybody = everybody(reach(request));
        SimplePreResourceShowDetails details = new SimplePreResourceShowDetails(entries.stream()
                .map(entry -> everybody ? events.of(entry) : events.forPatient(entry))
                .toList());
        HookParams params = new HookParams()
                .add(IPreResourceShowDetails.class, details)
                .add(RequestDetails.class, request)
                .addIfMatchesType(ServletRequestDetails.class, request);
        interceptors.callHooks(Pointcut.STORAGE_PRESHOW_RESOURCES, params);
        return details.toList().stream().map(AuditEvent.class::cast).toList();
    }

    private static Reach reach(RequestDetails request) {
        return DecidedReach.of(request).orElseGet(Reach::nothing);
    }

    private static boolean everybody(Reach reach) {
        return reach.capacity().everywhere().contains(DataClass.AUDIT);
    }
}
