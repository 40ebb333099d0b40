package health.strand.consent;

import health.strand.profiles.Canonical;
import health.strand.profiles.ImpliedProfiles;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;

/** The classes a resource is of, apart from its type: profiles, those they derive from, and formats of its files. */
final class FactProfiles {

    private static final String SCALP_IMAGE = Canonical.STRUCTURE + "hr-scalp-image";

    /** Profiles of ours that derive from another of ours. */
    private static final Map<String, String> DERIVED = Map.of(
            Canonical.STRUCTURE + "hr-close-up", SCALP_IMAGE, Canonical.STRUCTURE + "hr-global-photo", SCALP_IMAGE);

    private final Surroundings surroundings;

    FactProfiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Set<String> of(Resource resource, Elements elements) {
        Set<String> claimed = new HashSet<>(ImpliedProfiles.of(resource));
        resource.getMeta().getProfile().stream()
                .filter(CanonicalType::hasValue)
                .map(profile -> Codes.versionless(profile.getValue()))
                .forEach(claimed::add);
        Set<String> profiles = new HashSet<>(claimed);
        for (String profile : claimed) {
            String parent = DERIVED.get(profile);
            if (parent != null) {
                profiles.add(parent);
            }
            profiles.addAll(surroundings.above(profile));
        }
        formats(resource, elements).forEach(profiles::add);
        return profiles;
    }

    private static Stream<String> formats(Resource resource, Elements elements) {
        Stream<String> own = resource instanceof Binary binary && binary.hasContentType()
                ? Stream.of(binary.getContentType())
                : Stream.empty();
        return Stream.concat(
                own,
                elements.all(Attachment.class)
                        .filter(Attachment::hasContentType)
                        .map(Attachment::getContentType));
    }
}
