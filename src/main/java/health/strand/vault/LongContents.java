package health.strand.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes long contents out of bodies and stores them as files: what a Binary or an attachment holds as {@code data}. In the
 * body stays the handle of the file, after a character that Base64 has not; a quote inside of a text is never bare, so
 * nothing else looks like such content.
 */
final class LongContents {

    /** From so many characters on a content is a file. */
    static final int SHORTEST = 64 * 1024;

    private static final String BEFORE = "\"data\":\"";
    private static final char MARK = '~';
    private static final int QUANTUM = 4;
    /** The same number in bytes. */
    private static final int SHORTEST_BYTES = SHORTEST / QUANTUM * 3;

    private final FileVault files;
    private final NewFiles told;

    LongContents(FileVault files, NewFiles told) {
        this.files = files;
        this.told = told;
    }

    /** The body without its long contents; the same body when it has none. */
    String store(String body, KeyOwner owner, KeyGroup group) {
        // a body that says itself what stands for files has none
        return body.length() < SHORTEST && !ContentsAside.isOpen()
                        || !handles(body).isEmpty()
                ? body
                : replaced(
                        body,
                        content -> canonical(content)
                                .or(() -> aside(content))
                                .map(bytes -> kept(bytes, owner, group))
                                .orElse(content));
    }

    private String kept(byte[] content, KeyOwner owner, KeyGroup group) {
        return content.length < SHORTEST_BYTES
                ? Base64.getEncoder().encodeToString(content)
                : MARK + put(content, owner, group).toString();
    }

    private static Optional<byte[]> aside(String content) {
        try {
            return content.length() < SHORTEST
                    ? ContentsAside.find(Base64.getDecoder().decode(content))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The body as it was. */
    String restore(String body) {
        return replaced(body, content -> handle(content).map(this::encoded).orElse(content));
    }

    /** The stored body with its files under another key. */
    String move(String stored, KeyOwner owner, KeyGroup group) {
        return replaced(
                stored,
                content -> handle(content)
                        .map(file -> MARK + moved(file, owner, group).toString())
                        .orElse(content));
    }

    /** The body with something short in the place of its long contents, for who does not look at them. */
    static String passOver(String body, Function<FileHandle, String> standIn) {
        return replaced(body, content -> handle(content).map(standIn).orElse(content));
    }

    /** The files of a body, in its order. */
    static List<FileHandle> handles(String body) {
        List<FileHandle> found = new ArrayList<>();
        replaced(body, content -> {
            handle(content).ifPresent(found::add);
            return content;
        });
        return found;
    }

    private static String replaced(String body, Function<String, String> change) {
        int found = body.indexOf(BEFORE);
        if (found < 0) {
            return body;
        }
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        while (found >= 0) {
            int start = found + BEFORE.length();
            int end = body.indexOf('"', start);
            if (end < 0) {
                break;
            }
            changed.append(body, copied, start).append(change.apply(body.substring(start, end)));
            copied = end;
            found = body.indexOf(BEFORE, end);
        }
        return changed.append(body, copied, body.length()).toString();
    }

    /** What can be written again exactly as it was. */
    private static Optional<byte[]> canonical(String content) {
        if (content.length() < SHORTEST || content.length() % QUANTUM != 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(content);
            byte[] last = Arrays.copyOfRange(bytes, (bytes.length - 1) / 3 * 3, bytes.length);
            return content.endsWith(Base64.getEncoder().encodeToString(last)) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<FileHandle> handle(String content) {
        return content.isEmpty() || content.charAt(0) != MARK
                ? Optional.empty()
                : FileHandle.parse(content.substring(1));
    }

    private FileHandle put(byte[] bytes, KeyOwner owner, KeyGroup group) {
        try {
            FileHandle file = files.putWithTransaction(owner, group, new ByteArrayInputStream(bytes));
            told.stored(file, Arrays.copyOf(bytes, Math.min(bytes.length, NewFiles.TOLD)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileHandle moved(FileHandle former, KeyOwner owner, KeyGroup group) {
        try {
            FileHandle file = files.moveWithTransaction(former, owner, group);
            try (OpenFile moved = files.open(file)) {
                told.stored(file, moved.from(0).readNBytes(NewFiles.TOLD));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String encoded(FileHandle name) {
        try (OpenFile file = files.open(name)) {
            return Base64.getEncoder().encodeToString(file.from(0).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
