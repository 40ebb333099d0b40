package health.strand.receipts;

import java.nio.file.Path;

/** {@code strand receipt-key FILE}: makes a key for receipts, in front of those that are there. */
public final class ReceiptKeyCommand {

    private ReceiptKeyCommand() {}

    /** Prints the id of the key. */
    public static void main(String[] arguments) {
        try {
            System.out.println(KeyFile.renew(Path.of(arguments[0])));
        } catch (UnusableKeys | java.io.UncheckedIOException e) {
            System.err.println("strand: " + e.getMessage());
            System.exit(1);
        }
    }
}
