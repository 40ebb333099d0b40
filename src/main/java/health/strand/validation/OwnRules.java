package health.strand.validation;

import ca.uhn.fhir.util.HapiExtensions;
import health.strand.profiles.Canonical;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/** What no profile can say about a resource by itself. */
final class OwnRules {

    private final Set<String> profiles;

    /** @param profiles the addresses of every profile of ours */
    OwnRules(Set<String> profiles) {
        this.profiles = profiles;
    }

    Stream<Problem> problems(Resource resource) {
        return Stream.concat(unknownProfiles(resource), placeholders(resource));
    }

    /** Somebody else's profile may be unknown; one under our address is a mistake. */
    private Stream<Problem> unknownProfiles(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(CanonicalType::getValue)
                .filter(profile -> profile != null && profile.startsWith(Canonical.BASE))
                .filter(profile -> !profiles.contains(profile.replaceAll("\\|.*", "")))
                .map(profile -> new Problem(
                        resource.fhirType() + ".meta.profile",
                        "unknown-profile",
                        "there is no profile `" + profile + "`"));
    }

    /** HAPI takes a resource that bears this extension for one it made itself and looks at it less closely. */
    private static Stream<Problem> placeholders(Resource resource) {
        return resource instanceof DomainResource domain && domain.hasExtension(HapiExtensions.EXT_RESOURCE_PLACEHOLDER)
                ? Stream.of(new Problem(
                        resource.fhirType() + ".extension",
                        "placeholder",
                        "the extension `" + HapiExtensions.EXT_RESOURCE_PLACEHOLDER + "` is not for clients to write"))
                : Stream.empty();
    }
}
