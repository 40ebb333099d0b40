package health.strand.bench;

import java.util.List;

/**
 * A kind of request somebody makes, about one thing after another.
 *
 * @param who the reader
 * @param what the kind
 * @param paths asked in turn
 */
record Question(String who, String what, String token, List<String> paths) {

    Question {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("nothing to ask: " + who + ", " + what);
        }
        paths = List.copyOf(paths);
    }

    String path(int turn) {
        return paths.get(Math.floorMod(turn, paths.size()));
    }
}
