package health.strand.enforcement;

/**
 * What a link to a further page stands for.
 *
 * @param query path and query, such as {@code Observation?patient=1&_offset=50}
 * @param epoch since when what its holder could see has been there for them
 */
public record SealedPage(String query, String epoch) {}
