package health.strand.access;

/** Data with a code, written {@code system|code}, or one below it. */
public record CodeCriterion(String systemAndCode) implements DataCriterion {

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return facts.codes().contains(systemAndCode);
    }

    @Override
    public String key() {
        return "code " + systemAndCode;
    }
}
