package health.strand.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done with data, in the words of R4's consent actions.
 *
 * <p>Reading, searching and looking at history are access. To disclose, data must be accessed first: whoever asks to
 * disclose asks for both.
 */
public enum Action {
    COLLECT,
    ACCESS,
    USE,
    DISCLOSE,
    CORRECT;

    /** The code of R4's consentaction. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action with this code; empty for a code nobody knows. */
    public static Optional<Action> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
