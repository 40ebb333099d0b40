package health.strand.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentPolicyComponent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A consent that was stored, and what it was before; says what a receipt of that states (consent paper, 7.3).
 *
 * @param before null for a new one
 * @param after as it is stored now, with its id and version
 * @param replacedBy the consent that took its place, as {@code Consent/id}
 * @param lapsed whether it has ended because the patient has come of age
 */
public record ConsentChange(
        @Nullable Consent before, Consent after, @Nullable String replacedBy, boolean lapsed) {

    public ConsentChange(@Nullable Consent before, Consent after, @Nullable String replacedBy) {
        this(before, after, replacedBy, false);
    }

    /** What has become of it; empty while it is only being asked for. */
    public Optional<ConsentEvent> event() {
        ConsentEvent ended =
                replacedBy != null ? ConsentEvent.REPLACED : lapsed ? ConsentEvent.EXPIRED : ConsentEvent.WITHDRAWN;
        return ConsentEvent.of(before == null ? null : before.getStatus(), after.getStatus(), ended);
    }

    /** The consent, as {@code Consent/id}. */
    public String reference() {
        return after.getIdElement().toUnqualifiedVersionless().getValue();
    }

    /** The version before this one, as {@code Consent/id/_history/n}; empty for a new one. */
    public Optional<String> revised() {
        return Optional.ofNullable(before)
                .map(old -> old.getIdElement().toUnqualified().getValue());
    }

    /**
     * What was decided, in plain values: rules that are in force from now, and rules that were and no longer are. It holds
     * references and codes, and no display or title, in which somebody may have written a name.
     */
    public Map<String, Object> claims() {
        List<Object> rules = inForce(after);
        List<Object> stopped = before == null ? List.of() : inForce(before);
        Map<String, Object> claims = new LinkedHashMap<>();
        event().ifPresent(event -> claims.put("event", event.code()));
        claims.put("consent", reference());
        claims.put("version", after.getIdElement().getVersionIdPart());
        claims.put("status", after.getStatus().toCode());
        claims.put("rules", rules);
        claims.put("stopped", stopped.equals(rules) ? List.of() : stopped);
        put(claims, "replaced_by", replacedBy);
        put(claims, "decided", after.getDateTimeElement().getValueAsString());
        claims.put("decided_by", references(after.getPerformer()));
        claims.put("controllers", references(after.getOrganization()));
        claims.put(
                "policies",
                after.getPolicy().stream()
                        .map(ConsentPolicyComponent::getUri)
                        .filter(Objects::nonNull)
                        .toList());
        SignedSource.claims(after).forEach((name, value) -> put(claims, name, value));
        return claims;
    }

    /** Only an active consent has rules in force. */
    private static List<Object> inForce(Consent consent) {
        return consent.getStatus() == ConsentState.ACTIVE ? List.of(PlainRule.of(consent)) : List.of();
    }

    private static List<String> references(List<Reference> references) {
        return references.stream().flatMap(PlainRule::names).toList();
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
