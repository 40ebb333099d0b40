package health.strand.demo;

import java.util.Map;

/**
 * What a finished load left behind.
 *
 * @param resources number of resources stored
 * @param seconds how long it took
 * @param accounts who each persona is in the record, by log-in name
 */
public record LoadResult(long resources, double seconds, Map<String, AccountLink> accounts) {}
