package health.strand.receipts;

import java.nio.file.Path;

/** A key file from which nothing can be signed; says what is wrong with it and nothing of what is in it. */
public final class UnusableKeys extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnusableKeys(Path file, String fault) {
        super("the key file " + file + " " + fault);
    }
}
