package health.strand.access;

import java.util.regex.Pattern;

/** One thing a request needs: a permission on a type of resource. */
public record Demand(String resourceType, Permission permission) {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");

    public Demand {
        if (!TYPE.matcher(resourceType).matches()) {
            throw new IllegalArgumentException("a demand names a resource type");
        }
    }

    /** The demand the way the end of a scope is written, like `Observation.s`. */
    @Override
    public String toString() {
        return resourceType + "." + permission.letter();
    }
}
