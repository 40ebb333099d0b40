package health.strand.validation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a resource.
 *
 * @param element FHIRPath of the element, beginning with the resource type
 * @param rule the key of the rule that is broken, such as {@code hr-tri-2}, or the validator's name for it
 * @param text what the rule wants, for the person who wrote the resource
 */
public record Problem(String element, @Nullable String rule, String text) {}
