package health.strand.vault;

import org.jspecify.annotations.Nullable;

/** What is stored is not what was put there under this name: it was changed, moved, cut off or put in another's place. */
public final class SealBroken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SealBroken(String what, @Nullable Throwable cause) {
        super(what + " is not what was stored under its name", cause);
    }
}
