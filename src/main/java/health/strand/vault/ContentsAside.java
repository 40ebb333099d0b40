package health.strand.vault;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Long contents that this thread is storing, which stay as they are while what holds them is read, judged and written out: once
 * in memory, and never in Base64. In the place of each stands something short that is drawn anew every time, so that nobody can
 * send what would be taken for the content of somebody else.
 */
public final class ContentsAside implements AutoCloseable {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable ContentsAside> OF_THIS_THREAD = new ThreadLocal<>();

    private final Map<String, byte[]> contents = new HashMap<>();
    private final @Nullable ContentsAside before = OF_THIS_THREAD.get();

    private ContentsAside() {}

    /** From now on, on this thread, until it is closed. */
    public static ContentsAside begin() {
        ContentsAside begun = new ContentsAside();
        OF_THIS_THREAD.set(begun);
        return begun;
    }

    /** What is to be sent on in the place of a content. */
    public byte[] standIn(byte[] content) {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        contents.put(name(drawn), content);
        return drawn;
    }

    /** The content that this stands for; empty for what is a content itself. */
    public static Optional<byte[]> find(byte @Nullable [] standIn) {
        ContentsAside aside = OF_THIS_THREAD.get();
        return aside == null || standIn == null || standIn.length != BYTES
                ? Optional.empty()
                : Optional.ofNullable(aside.contents.get(name(standIn)));
    }

    /** Has it stand for another content; nothing happens where it stands for none. */
    public static boolean replace(byte @Nullable [] standIn, byte[] content) {
        ContentsAside aside = OF_THIS_THREAD.get();
        return aside != null && standIn != null && aside.contents.replace(name(standIn), content) != null;
    }

    static boolean isOpen() {
        return OF_THIS_THREAD.get() != null;
    }

    private static String name(byte[] standIn) {
        return HexFormat.of().formatHex(standIn);
    }

    @Override
    public void close() {
        contents.clear();
        OF_THIS_THREAD.set(before);
    }
}
