package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.AccessPolicy;
import health.strand.access.Assurance;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.access.TokenPurpose;
import health.strand.smart.ScopeParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a whole record is asked of storage. */
class EverythingTypesTest {

    private final EverythingTypes everything =
            new EverythingTypes(new AccessPolicy(), List.of("Patient", "Observation", "Media", "Invoice"));

    @Test
    void namesNoTypesWhereTheRoleAloneKeepsSomeAway() {
        assertThat(typesFor("user/*.rs", null)).isNull();
    }

    @Test
    void leavesOutWhatNoScopeCovers() {
        assertThat(typesFor("user/Patient.rs user/Observation.rs", null)).isEqualTo("Patient,Observation");
    }

    @Test
    void leavesOutWhatAScopeCoversInPart() {
        assertThat(typesFor("user/Patient.rs user/Media.rs user/Invoice.rs user/Observation.rs?code=x", null))
                .isEqualTo("Patient,Media");
    }

    @Test
    void keepsToWhatIsAskedFor() {
        assertThat(typesFor("user/*.rs", "Media,Invoice")).isEqualTo("Media");
    }

    private @Nullable String typesFor(String scopes, @Nullable String asked) {
        SystemRequestDetails request = new SystemRequestDetails();
        request.setParameters(asked == null ? new HashMap<>() : new HashMap<>(Map.of("_type", new String[] {asked})));
        Requester surgeon = new Requester(
                "subject",
                "Practitioner/sora",
                "client",
                ClientRole.OWN,
                TokenPurpose.none(),
                RequesterKind.STAFF,
                Set.of(),
                null,
                Set.of(ClinicRole.SURGEON),
                new ScopeParser().parse(scopes).scopes(),
                Assurance.STRONG,
                Set.of());
        everything.keepToScopes(request, surgeon, Reach.nothing());
        String[] types = request.getParameters().get("_type");
        return types == null ? null : types[0];
    }
}
