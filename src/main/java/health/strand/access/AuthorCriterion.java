package health.strand.access;

/** Data somebody authored. */
public record AuthorCriterion(String reference) implements DataCriterion {

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return facts.authors().contains(reference);
    }

    @Override
    public String key() {
        return "author " + reference;
    }
}
