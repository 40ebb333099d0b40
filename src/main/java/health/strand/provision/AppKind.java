package health.strand.provision;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an app shows who it is. */
enum AppKind {
    /** Not at all: it runs where its user can read it. */
    PUBLIC,
    /** By a secret. */
    SECRET,
    /** By signing with a key of its own. */
    KEYS,
    /** By a key, for itself and not for a person. */
    BACKEND;

    static AppKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProvisionFailed("--kind is one of "
                        + Arrays.stream(values()).map(AppKind::text).collect(Collectors.joining(", "))));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isForPeople() {
        return this != BACKEND;
    }

    boolean hasKeys() {
        return this == KEYS || this == BACKEND;
    }
}
