package health.strand.summary;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is called whom the reader of the summary may know of.
 *
 * @param country where they are; null when the registry does not say
 */
record Named(String text, @Nullable String country) {}
