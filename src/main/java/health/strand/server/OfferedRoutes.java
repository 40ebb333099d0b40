package health.strand.server;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.CreateMethodBinding;
import ca.uhn.fhir.rest.server.method.DeleteMethodBinding;
import ca.uhn.fhir.rest.server.method.HistoryMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import ca.uhn.fhir.rest.server.method.PatchMethodBinding;
import ca.uhn.fhir.rest.server.method.ReadMethodBinding;
import ca.uhn.fhir.rest.server.method.SearchMethodBinding;
import ca.uhn.fhir.rest.server.method.TransactionMethodBinding;
import ca.uhn.fhir.rest.server.method.UpdateMethodBinding;

/**
 * The list of what the public endpoint answers. HAPI's providers bring much more; whatever is not named here is taken
 * off before the first request, so it is unknown rather than forbidden, and the capability statement does not list it.
 */
final class OfferedRoutes {

    private OfferedRoutes() {}

    static boolean offersOnType(BaseMethodBinding route) {
        if (route instanceof OperationMethodBinding operation) {
            return offersOperation(operation);
        }
        if (route instanceof HistoryMethodBinding) {
            return route.getRestOperationType() == RestOperationTypeEnum.HISTORY_INSTANCE;
        }
        if (route instanceof SearchMethodBinding search) {
            return search.getQueryName() == null;
        }
        return route instanceof ReadMethodBinding
                || route instanceof CreateMethodBinding
                || route instanceof UpdateMethodBinding
                || route instanceof PatchMethodBinding
                || route instanceof DeleteMethodBinding;
    }

    private static boolean offersOperation(OperationMethodBinding operation) {
        return switch (operation.getName()) {
            case "$everything", "$accounting-of-disclosures" ->
                "Patient".equals(operation.getResourceName()) && operation.isCanOperateAtInstanceLevel();
            case "$validate" -> operation.isCanOperateAtTypeLevel();
            case "$file", "$fileConsent", "$revoke", "$revokeConsent", "$receipt", "$preview" ->
                "Consent".equals(operation.getResourceName());
            case "$break-glass", "$emergencies", "$match", "$open-case", "$renew-keys", "$key-renewal" ->
                "Patient".equals(operation.getResourceName());
            case "$review", "$privacy-desk", "$close-case" -> "Task".equals(operation.getResourceName());
            case "$privacy-summary" -> "Patient".equals(operation.getResourceName());
            case "$explain-access" -> "Patient".equals(operation.getResourceName());
            case "$trichometry-trend", "$test-retest" -> "Observation".equals(operation.getResourceName());
            case "$before-after", "$de-identified", "$link", "$rendered" -> "Media".equals(operation.getResourceName());
            case "$intake-session" -> "ImagingStudy".equals(operation.getResourceName());
            case "$verify" -> "AuditEvent".equals(operation.getResourceName());
            default -> false;
        };
    }

    static boolean offersOnServer(BaseMethodBinding route) {
        return route instanceof TransactionMethodBinding;
    }
}
