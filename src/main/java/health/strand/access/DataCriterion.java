package health.strand.access;

/**
 * One condition a provision makes on the data itself, apart from its labels (rule E1).
 *
 * <p>Where doubt must go against the reader, a condition is wider in a deny than in a permit; such a criterion knows
 * which of the two it stands in.
 */
public sealed interface DataCriterion
        permits PeriodCriterion,
                ClassCriterion,
                CodeCriterion,
                InstanceCriterion,
                RelatedCriterion,
                DependentsCriterion,
                AuthorCriterion {

    /** Whether a resource meets it. */
    boolean isMetBy(ResourceFacts facts);

    /** A text that equal criteria share and no other has; it never changes. */
    String key();

    /** The same condition as a provision of this type makes it: what is inherited is read as the heir's own. */
    default DataCriterion in(Effect type) {
        return this;
    }
}
