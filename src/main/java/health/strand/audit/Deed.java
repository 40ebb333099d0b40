package health.strand.audit;

import health.strand.access.PatientId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done or tried, whoever it is about.
 *
 * @param operation the name of an operation, like {@code $everything}; null when there was none
 * @param reason a word for why it was not done, or what was not shown; null when there is nothing to say
 * @param data what it was done to, like {@code Media/x}; null when it was nothing in particular
 * @param query what was searched by; null when nothing was
 * @param classes of what was disclosed, by their codes, sorted; empty for everything else
 */
public record Deed(
        Interaction interaction,
        @Nullable String operation,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String data,
        @Nullable String query,
        List<String> classes) {

    public Deed {
        classes = List.copyOf(classes);
    }

    public Deed(
            Interaction interaction,
            @Nullable String operation,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String data,
            @Nullable String query) {
        this(interaction, operation, outcome, reason, data, query, List.of());
    }

    /** The same, with another ending. */
    public Deed ended(Outcome ended, @Nullable String why) {
        return new Deed(interaction, operation, ended, why, data, query, classes);
    }

    /**
     * That what was done gave data to somebody beside the clinic.
     *
     * @param recipient what they are to the clinic, in a word
     * @param patient whose data, which is what went out where nothing in particular was asked for
     * @param disclosed the classes of the data, by their codes
     */
    public Deed disclosing(String recipient, PatientId patient, Collection<String> disclosed) {
        return new Deed(
                Interaction.DISCLOSE,
                operation,
                Outcome.DONE,
                recipient,
                data == null ? "Patient/" + patient : data,
                null,
                disclosed.stream().sorted().distinct().toList());
    }

    Deed withoutValues() {
        String bare = query == null ? null : query.replaceAll("=[^&]*", "=");
        return new Deed(interaction, operation, outcome, reason, data, bare, classes);
    }
}
