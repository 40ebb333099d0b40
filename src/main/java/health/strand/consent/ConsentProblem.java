package health.strand.consent;

/**
 * One thing that is wrong with a consent.
 *
 * @param element FHIRPath of the element, beginning with {@code Consent}
 * @param rule the key of the rule that is broken
 * @param text what the rule wants, for the person who wrote the consent; without content of the consent
 */
public record ConsentProblem(String element, String rule, String text) {}
