package health.strand.explanation;

import health.strand.access.Action;
import health.strand.access.ConsentDirective;
import health.strand.access.Matter;
import health.strand.access.Reader;
import java.time.Instant;
import java.util.List;

/**
 * One question to the engine, with all it looks at to answer it.
 *
 * @param client the app used, or the back end; empty for an app that nobody names
 * @param strong whether the reader has signed in by more than a password
 * @param consents those that take part
 */
public record Inquiry(
        Reader reader,
        String client,
        boolean strong,
        Matter matter,
        Action action,
        List<ConsentDirective> consents,
        Instant at) {

    public Inquiry {
        consents = List.copyOf(consents);
    }

    Inquiry by(Reader other) {
        return new Inquiry(other, client, strong, matter, action, consents, at);
    }

    Inquiry under(List<ConsentDirective> others) {
        return new Inquiry(reader, client, strong, matter, action, others, at);
    }

    Inquiry weakly() {
        return new Inquiry(reader, client, false, matter, action, consents, at);
    }

    Inquiry at(Instant other) {
        return new Inquiry(reader, client, strong, matter, action, consents, other);
    }
}
