package health.strand.enforcement;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.audit.Deed;
import health.strand.audit.Interaction;
import health.strand.audit.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What a request, or an entry of a batch, asks for. */
record Asked(
        Interaction interaction,
        @Nullable String type,
        @Nullable String id,
        @Nullable String version,
        @Nullable String operation,
        Map<String, String[]> query,
        @Nullable Resource body) {

    private static final Pattern VERSION = Pattern.compile("/?[A-Za-z]+/[^/?]+/_history/([^/?]+)(?:\\?.*)?");

    /** Empty for what is not recorded: open documents, and requests for nothing that is offered. */
    static Optional<Asked> of(ServletRequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        return Optional.ofNullable(operation).flatMap(Asked::interaction).map(interaction -> {
            IIdType id = request.getId();
            return new Asked(
                    interaction,
                    request.getResourceName(),
                    id == null ? null : id.getIdPart(),
                    id == null ? null : id.getVersionIdPart(),
                    interaction == Interaction.OPERATION ? request.getOperation() : null,
                    request.getParameters(),
                    request.getResource() instanceof Resource body ? body : null);
        });
    }

    /** What was tried where nothing is offered, as far as its method and its path show; nothing of its words is kept. */
    static Deed ofNothingOffered(ServletRequestDetails request) {
        Interaction tried = String.valueOf(request.getRequestPath()).contains("$")
                ? Interaction.OPERATION
                : switch (request.getRequestType()) {
                    case POST -> Interaction.CREATE;
                    case PUT -> Interaction.UPDATE;
                    case PATCH -> Interaction.PATCH;
                    case DELETE -> Interaction.DELETE;
                    default -> Interaction.READ;
                };
        return new Deed(tried, null, Outcome.FAILED, "not-offered", null, null);
    }

    private static Optional<Interaction> interaction(RestOperationTypeEnum operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case READ -> Interaction.READ;
                    case VREAD -> Interaction.VREAD;
                    case HISTORY_INSTANCE -> Interaction.HISTORY;
                    case SEARCH_TYPE -> Interaction.SEARCH;
                    case CREATE -> Interaction.CREATE;
                    case UPDATE -> Interaction.UPDATE;
                    case PATCH -> Interaction.PATCH;
                    case DELETE -> Interaction.DELETE;
                    case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER, VALIDATE ->
                        Interaction.OPERATION;
                    case BATCH -> Interaction.BATCH;
                    case TRANSACTION -> Interaction.TRANSACTION;
                    default -> null;
                });
    }

    /** An entry, which has been read once already, when it was judged. */
    static Asked of(BundleEntryComponent entry) {
        EntryUrl url = EntryUrl.parse(entry.getRequest().getUrl());
        HTTPVerb method = entry.getRequest().getMethod();
        String operation = url.operation() == null ? "" : url.operation();
        Matcher version = VERSION.matcher(entry.getRequest().getUrl());
        boolean old = version.matches();
        return new Asked(
                old ? Interaction.VREAD : interaction(method, url, operation),
                url.type(),
                url.id(),
                old ? version.group(1) : null,
                operation.startsWith("$") ? operation : null,
                url.query(),
                entry.getResource());
    }

    private static Interaction interaction(HTTPVerb method, EntryUrl url, String operation) {
        return switch (method) {
            case POST -> Interaction.CREATE;
            case PUT -> Interaction.UPDATE;
            case PATCH -> Interaction.PATCH;
            case DELETE -> Interaction.DELETE;
            case GET, HEAD, NULL -> {
                if (operation.startsWith("$")) {
                    yield Interaction.OPERATION;
                }
                if (url.id() == null) {
                    yield Interaction.SEARCH;
                }
                yield "_history".equals(operation) ? Interaction.HISTORY : Interaction.READ;
            }
        };
    }

    /** What it is addressed to, as {@code Type/id}. */
    Optional<String> address() {
        return type == null || id == null ? Optional.empty() : Optional.of(type + "/" + id);
    }

    /** As if it were done. */
    Deed deed() {
        String data = address()
                .map(at -> interaction == Interaction.VREAD && version != null ? at + "/_history/" + version : at)
                .orElse(null);
        boolean searches =
                interaction == Interaction.SEARCH || (id == null && interaction.writes() && !query.isEmpty());
        return new Deed(interaction, operation, Outcome.DONE, null, data, searches ? type + "?" + text(query) : null);
    }

    private static String text(Map<String, String[]> query) {
        return query.entrySet().stream()
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> each.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
