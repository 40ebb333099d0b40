package health.strand.access;

/** One resource in all its versions, and whatever carries the same content. */
public record InstanceCriterion(String reference) implements DataCriterion {

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return facts.isOrCarries(reference);
    }

    @Override
    public String key() {
        return "instance " + reference;
    }
}
