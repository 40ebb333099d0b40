package health.strand.vault;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code strand master-key FILE}: makes the file of master keys, or a fresh master key beside those that are there. */
public final class MasterKeyCommand {

    private MasterKeyCommand() {}

    /** Prints the id of the key that wraps from the next start of the server on. */
    public static void main(String[] arguments) {
        try {
            System.out.println(MasterKeyFile.makeOrRenew(Path.of(arguments[0])));
        } catch (UnusableMasterKeys | UncheckedIOException e) {
            System.err.println("strand: " + e.getMessage());
            System.exit(1);
        }
    }
}
