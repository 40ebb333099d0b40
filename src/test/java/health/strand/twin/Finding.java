package health.strand.twin;

import java.util.List;

/**
 * A request that was answered otherwise because of what is hidden, or with a failure.
 *
 * @param world the answer where the hidden is
 * @param without the answer where it is not
 */
record Finding(String requester, Ask ask, String world, String without) {

    private static final int BEFORE = 80;
    private static final int AFTER = 240;

    static Finding of(String requester, Ask ask, List<String> world, List<String> without) {
        String one = String.join("\n--- next page\n", world);
        String other = String.join("\n--- next page\n", without);
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return new Finding(requester, ask, cut(one, at), cut(other, at));
    }

    /** The same failure with the hidden and without. */
    static Finding failure(String requester, Ask ask, List<String> answers) {
        String failed = answers.stream()
                .filter(page -> page.startsWith("5"))
                .findFirst()
                .orElseThrow();
        return new Finding(requester, ask, "fails: " + cut(failed, 0), "the same");
    }

    private static String cut(String text, int at) {
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.length(), at + AFTER);
        String status = from == 0 ? "" : text.substring(0, Math.min(3, text.length())) + " … ";
        return status + text.substring(from, to) + (to < text.length() ? " …" : "");
    }

    @Override
    public String toString() {
        return ask.row() + " " + requester + ": " + ask + "\n  with the hidden:    " + world.replace("\n", "\n    ")
                + "\n  without the hidden: " + without.replace("\n", "\n    ");
    }
}
