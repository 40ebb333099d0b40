package health.strand.dicomweb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a request names.
 *
 * @param level what is searched for, or what is retrieved
 * @param frames those that are asked for, from 1; none where a path names no frames
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_10.1.1">PS3.18 section 10.1.1</a>
 */
record Target(Action action, Level level, Scope scope, List<Integer> frames) {

    private static final int MOST_FRAMES = 1_000;

    /** What is done with it. */
    enum Action {
        SEARCH,
        RETRIEVE,
        METADATA,
        FRAMES,
        RENDERED
    }

    /**
     * Reads a path.
     *
     * @param path below the endpoint, such as {@code /studies/1.2.3/series}
     * @throws Refused as not found for whatever is no path of the standard, a UID that cannot be one included
     */
    static Target of(String path) throws Refused {
        List<String> words = words(path);
        List<String> uids = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Level level = level(words.get(at));
            boolean last = at + 1 == words.size();
            if (level == null) {
                return below(words.subList(at, words.size()), uids);
            }
            if (last && level.ordinal() >= uids.size()) {
                return new Target(Action.SEARCH, level, scope(uids), List.of());
            }
            if (last || level.ordinal() != uids.size() || !Uid.isOne(words.get(at + 1))) {
                throw Refused.notFound();
            }
            uids.add(words.get(at + 1));
            at += 2;
        }
        return new Target(Action.RETRIEVE, deepest(uids), scope(uids), List.of());
    }

    private static List<String> words(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return List.of(inner.split("/", -1));
    }

    private static @Nullable Level level(String word) {
        for (Level each : Level.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }

    /** What follows the last UID. */
    private static Target below(List<String> words, List<String> uids) throws Refused {
        Level level = deepest(uids);
        Scope scope = scope(uids);
        if (words.equals(List.of("metadata"))) {
            return new Target(Action.METADATA, level, scope, List.of());
        }
        if (words.equals(List.of("rendered"))) {
            return new Target(Action.RENDERED, level, scope, List.of());
        }
        boolean rendered = words.size() == 3 && "rendered".equals(words.get(2));
        if (level == Level.INSTANCE && "frames".equals(words.get(0)) && (words.size() == 2 || rendered)) {
            return new Target(rendered ? Action.RENDERED : Action.FRAMES, level, scope, frames(words.get(1)));
        }
        throw Refused.notFound();
    }

    private static List<Integer> frames(String list) throws Refused {
        List<Integer> frames = new ArrayList<>();
        for (String each : list.split(",", -1)) {
            if (!each.matches("[1-9]\\d{0,5}") || frames.size() >= MOST_FRAMES) {
                throw Refused.bad("frames are numbers from 1, with commas between them");
            }
            frames.add(Integer.valueOf(each));
        }
        return List.copyOf(frames);
    }

    private static Level deepest(List<String> uids) throws Refused {
        if (uids.isEmpty()) {
            throw Refused.notFound();
        }
        return Level.values()[uids.size() - 1];
    }

    private static Scope scope(List<String> uids) {
        return new Scope(at(uids, 0), at(uids, 1), at(uids, 2));
    }

    private static String at(List<String> uids, int place) {
        return place < uids.size() ? uids.get(place) : "";
    }
}
