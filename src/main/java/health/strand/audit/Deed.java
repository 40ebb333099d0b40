package health.strand.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was done or tried, whoever it is about.
 *
 * @param operation the name of an operation, like {@code $everything}; null when there was none
 * @param reason a word for why it was not done, or what was not shown; null when there is nothing to say
 * @param data what it was done to, like {@code Media/x}; null when it was nothing in particular
 * @param query what was searched by; null when nothing was
 */
public record Deed(
        Interaction interaction,
        @Nullable String operation,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String data,
        @Nullable String query) {

    /** The same, with another ending. */
    public Deed ended(Outcome ended, @Nullable String why) {
        return new Deed(interaction, operation, ended, why, data, query);
    }

    Deed withoutValues() {
        String bare = query == null ? null : query.replaceAll("=[^&]*", "=");
        return new Deed(interaction, operation, outcome, reason, data, bare);
    }
}
