package health.strand.access;

/** One resource and those that refer to it. */
public record DependentsCriterion(String reference) implements DataCriterion {

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return facts.isOrCarries(reference) || facts.refersTo().contains(reference);
    }

    @Override
    public String key() {
        return "dependents " + reference;
    }
}
