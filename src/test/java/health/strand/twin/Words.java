package health.strand.twin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and numbers that are nowhere but in the one resource they are drawn for, so that whoever shows one shows it. */
final class Words {

    private static final Pattern CANARY = Pattern.compile("zq[a-z]{9}|77\\d{5}\\.125");
    private static final int LETTERS = 9;

    private final Random random;
    private int numbers = 7_700_000;

    Words(Random random) {
        this.random = random;
    }

    /** A new word. */
    String word() {
        StringBuilder word = new StringBuilder("zq");
        for (int i = 0; i < LETTERS; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /** A new number, or now and then one that says nothing. */
    String number() {
        return chance(2) ? ++numbers + ".125" : String.valueOf(80 + random.nextInt(40));
    }

    /** A new UID of DICOM. */
    String uid() {
        return "2.25." + (1L + random.nextInt(Integer.MAX_VALUE)) + random.nextInt(Integer.MAX_VALUE);
    }

    String date() {
        return "%d-%02d-%02d".formatted(2024 + random.nextInt(3), 1 + random.nextInt(10), 1 + random.nextInt(28));
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** All such words in a text. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = CANARY.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
