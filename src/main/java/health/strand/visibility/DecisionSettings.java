package health.strand.visibility;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all compiled decisions hang on beside what is in the record, as one digest. A server that has another digest than the
 * database compiles everything anew before it opens.
 */
public final class DecisionSettings {

    /** To be raised with every change after which the engine or the compiler decides otherwise than before. */
    private static final String ENGINE = "4";

    private final SortedMap<String, String> said = new TreeMap<>();

    public DecisionSettings() {
        said.put("engine", ENGINE);
    }

    /** Adds a setting; the order in which they are added does not matter. */
    public DecisionSettings with(String name, Object value) {
        said.put(name, value.toString());
        return this;
    }

    String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            said.forEach((name, value) -> {
                sha256.update((name + "=" + value.length() + ":" + value + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
