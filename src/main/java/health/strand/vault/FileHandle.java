package health.strand.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a stored file is found again; it says nothing of what is in it.
 *
 * @param id drawn at random
 * @param version counted from 1; a file that is encrypted anew is the next version of the same id
 */
public record FileHandle(String id, int version) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})-([0-9]{1,9})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static FileHandle fresh() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return new FileHandle(HexFormat.of().formatHex(id), 1);
    }

    FileHandle next() {
        return new FileHandle(id, version + 1);
    }

    /** The handle that was written like this; empty when none was. */
    public static Optional<FileHandle> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new FileHandle(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** What may lie in the store of it: the file, and its renditions. */
    public Set<String> names() {
        return Stream.concat(
                        Stream.of(FileName.itself(this)),
                        Arrays.stream(RenditionWidth.values()).map(width -> new FileName(this, width)))
                .map(FileName::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return id + "-" + version;
    }
}
