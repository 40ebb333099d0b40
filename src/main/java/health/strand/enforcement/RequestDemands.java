package health.strand.enforcement;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import health.strand.access.Demand;
import health.strand.access.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Says what a request needs: a permission on each resource type it touches or looks into. */
final class RequestDemands {

    private final QueryDemands queries;
    private final InlineQueries inline;

    RequestDemands(QueryDemands queries, InlineQueries inline) {
        this.queries = queries;
        this.inline = inline;
    }

    /** Empty when the request is of no kind we know, which the policy then denies. */
    List<Demand> of(RequestDetails request, RestOperationTypeEnum operation) {
        String type = request.getResourceName();
        if (type == null) {
            return List.of();
        }
        IBaseResource body = request.getResource();
        if (FiledConsent.isFiledBy(request.getOperation())) {
            body = FiledConsent.in(body).orElse(null);
        }
        return of(type, operation, request.getOperation(), request, body);
    }

    private List<Demand> of(
            String type,
            RestOperationTypeEnum operation,
            @Nullable String name,
            RequestDetails request,
            @Nullable IBaseResource written) {
        List<Demand> demands = new ArrayList<>();
        Map<String, String[]> query = request.getParameters();
        switch (operation) {
            case READ, VREAD, HISTORY_INSTANCE -> demands.add(new Demand(type, Permission.READ));
            case SEARCH_TYPE -> search(demands, type, query);
            case CREATE -> {
                demands.add(new Demand(type, Permission.CREATE));
                condition(demands, type, request.getHeader("If-None-Exist"));
            }
            case UPDATE -> change(demands, type, Permission.UPDATE, request);
            case PATCH -> change(demands, type, Permission.UPDATE, request);
            case DELETE -> change(demands, type, Permission.DELETE, request);
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, VALIDATE -> operation(demands, type, name);
            default -> {
                return List.of();
            }
        }
        if (written instanceof Resource resource && !(written instanceof Bundle)) {
            inline.in(resource).forEach(url -> condition(demands, type, url));
        }
        return demands;
    }

    private void search(List<Demand> demands, String type, Map<String, String[]> query) {
        demands.add(new Demand(type, Permission.SEARCH));
        demands.addAll(queries.of(type, query));
    }

    private void change(List<Demand> demands, String type, Permission permission, RequestDetails request) {
        demands.add(new Demand(type, permission));
        if (request.getId() == null) {
            search(demands, type, request.getParameters());
        }
    }

    /** What changes a consent also shows it, and its receipt. */
    private static void operation(List<Demand> demands, String type, @Nullable String name) {
        switch (name == null ? "" : name) {
            case "$everything", "$receipt", "$break-glass", "$review", "$open-case", "$close-case" ->
                demands.add(new Demand(type, Permission.READ));
            // they are told from the trail, or by whom the trail is read
            case "$accounting-of-disclosures", "$emergencies", "$renew-keys", "$key-renewal" ->
                demands.add(new Demand("AuditEvent", Permission.SEARCH));
            case "$match", "$trichometry-trend", "$test-retest", "$before-after" -> {
                demands.add(new Demand(type, Permission.SEARCH));
                demands.add(new Demand(type, Permission.READ));
            }
            case "$de-identified", "$link", "$rendered" -> {
                demands.add(new Demand(type, Permission.READ));
                demands.add(new Demand("Binary", Permission.READ));
            }
            case "$verify" -> demands.add(new Demand(type, Permission.SEARCH));
            case "$privacy-desk" -> {
                demands.add(new Demand(type, Permission.SEARCH));
                demands.add(new Demand("AuditEvent", Permission.SEARCH));
            }
            case "$privacy-summary" -> {
                // what it tells is told by the trail and by consents; of the rest it gives out nothing but numbers
                demands.add(new Demand("AuditEvent", Permission.SEARCH));
                demands.add(new Demand("Consent", Permission.SEARCH));
            }
            // both tell what all consents of a patient come to
            case "$explain-access", "$preview" -> demands.add(new Demand("Consent", Permission.SEARCH));
            // what it stores is judged with the transaction it becomes
            case "$validate", "$intake-session" -> demands.add(new Demand(type, Permission.CREATE));
            case "$file", "$fileConsent" -> {
                demands.add(new Demand(type, Permission.CREATE));
                demands.add(new Demand(type, Permission.READ));
            }
            case "$revoke", "$revokeConsent" -> {
                demands.add(new Demand(type, Permission.UPDATE));
                demands.add(new Demand(type, Permission.READ));
            }
            default -> {
                // demands nothing, which the policy denies
            }
        }
    }

    /** What one entry of a batch or transaction needs. */
    List<Demand> of(BundleEntryComponent entry) {
        if (!entry.getRequest().hasMethod() || !entry.getRequest().hasUrl()) {
            throw new InvalidRequestException("every entry needs `request.method` and `request.url`");
        }
        EntryUrl url = EntryUrl.parse(entry.getRequest().getUrl());
        refuseOperation(entry, url);
        List<Demand> demands = new ArrayList<>();
        switch (entry.getRequest().getMethod()) {
            case GET, HEAD -> got(demands, url);
            case POST -> {
                demands.add(new Demand(url.type(), Permission.CREATE));
                condition(demands, url.type(), entry.getRequest().getIfNoneExist());
            }
            case PUT, PATCH -> changed(demands, url, Permission.UPDATE);
            case DELETE -> changed(demands, url, Permission.DELETE);
            case NULL -> throw new InvalidRequestException("an entry's `request.method` is unknown");
        }
        if (entry.hasResource()) {
            requireSameType(entry, url);
            inline.in(entry.getResource()).forEach(found -> condition(demands, url.type(), found));
        }
        return demands;
    }

    /** HAPI would take the body of such an entry for a resource to be stored. */
    private static void refuseOperation(BundleEntryComponent entry, EntryUrl url) {
        boolean reads = entry.getRequest().getMethod() == Bundle.HTTPVerb.GET
                || entry.getRequest().getMethod() == Bundle.HTTPVerb.HEAD;
        if (!reads && url.operation() != null && url.operation().startsWith("$")) {
            throw new InvalidRequestException("an entry cannot be a POST to an operation; send it by itself");
        }
    }

    private static void requireSameType(BundleEntryComponent entry, EntryUrl url) {
        boolean patch = entry.getRequest().getMethod() == Bundle.HTTPVerb.PATCH;
        if (!patch && !url.type().equals(entry.getResource().fhirType())) {
            throw new InvalidRequestException("an entry's resource is not of the type its `request.url` names");
        }
    }

    private void got(List<Demand> demands, EntryUrl url) {
        if (url.operation() != null && !"_search".equals(url.operation()) && !"_history".equals(url.operation())) {
            operation(demands, url.type(), url.operation());
        } else if (url.id() == null) {
            search(demands, url.type(), url.query());
        } else {
            demands.add(new Demand(url.type(), Permission.READ));
        }
    }

    private void changed(List<Demand> demands, EntryUrl url, Permission permission) {
        demands.add(new Demand(url.type(), permission));
        if (url.id() == null) {
            search(demands, url.type(), url.query());
        }
    }

    /** A query that decides whether or to whom something is done: it searches, in its own type if it names none. */
    private void condition(List<Demand> demands, String ownType, @Nullable String url) {
        if (url == null || url.isBlank()) {
            return;
        }
        int start = url.indexOf('?');
        String path = start < 0 ? "" : url.substring(0, start);
        String type = path.isEmpty() ? ownType : path.substring(path.lastIndexOf('/') + 1);
        String query = start < 0 ? "?" + url : url.substring(start);
        search(demands, EntryUrl.requireType(type), QueryText.parse(query));
    }
}
