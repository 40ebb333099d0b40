package health.strand.vault;

import java.nio.file.Path;

/** Master keys that nothing can be unwrapped with; says what is wrong with them and nothing of what they are. */
public final class UnusableMasterKeys extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnusableMasterKeys(String fault) {
        super(fault);
    }

    UnusableMasterKeys(Path file, String fault) {
        super("the file of master keys " + file + " " + fault);
    }
}
