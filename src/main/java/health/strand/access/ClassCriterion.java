package health.strand.access;

import java.util.Set;

/**
 * Data of a resource type or profile. A deny also reaches the files and documents that carry the content of a resource
 * of that type, or withholding a photo would leave its copy open.
 */
public record ClassCriterion(String typeOrProfile, Effect type) implements DataCriterion {

    private static final Set<String> NO_DOMAIN_RESOURCES = Set.of("Binary", "Bundle", "Parameters");
    private static final Set<String> CARRIERS = Set.of("Binary", "DocumentReference");

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return isOf(facts.resourceType())
                || facts.profiles().contains(typeOrProfile)
                || (type == Effect.DENY && carries(facts));
    }

    private boolean isOf(String resourceType) {
        return switch (typeOrProfile) {
            case "Resource" -> true;
            case "DomainResource" -> !NO_DOMAIN_RESOURCES.contains(resourceType);
            default -> typeOrProfile.equals(resourceType);
        };
    }

    private boolean carries(ResourceFacts facts) {
        if (!CARRIERS.contains(facts.resourceType())) {
            return false;
        }
        String prefix = typeOrProfile + "/";
        return facts.contentIds().stream().anyMatch(content -> content.startsWith(prefix));
    }

    @Override
    public String key() {
        return "class " + type + " " + typeOrProfile;
    }

    @Override
    public DataCriterion in(Effect other) {
        return type == other ? this : new ClassCriterion(typeOrProfile, other);
    }
}
