package health.strand.access;

/** A search parameter and the value a resource must have for it, as a scope like `?category=laboratory` demands. */
public record SearchRestriction(String parameter, String value) {

    public SearchRestriction {
        if (parameter.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("a restriction has a parameter and a value");
        }
    }

    /** The restriction as it is written in a scope. */
    @Override
    public String toString() {
        return ScopeText.encode(parameter) + "=" + ScopeText.encode(value);
    }
}
