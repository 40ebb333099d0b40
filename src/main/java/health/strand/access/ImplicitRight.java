package health.strand.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/** What the base policy gives a reader in a data class, from the widest to none. */
public enum ImplicitRight {
    /** Read it. */
    PERMIT('P'),
    /** Read the minimum necessary of it. */
    MINIMUM('m'),
    /** Read what one was asked to make, or made. */
    OWN_ITEMS('S'),
    /** Read what the patient permits. */
    OPT_IN('O'),
    /** Read nothing, whatever the patient permits. */
    NEVER('-');

    private final char letter;

    ImplicitRight(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in the table. */
    public char letter() {
        return letter;
    }

    /** The right with this letter; empty for a text nobody knows. */
    static Optional<ImplicitRight> fromLetter(String letter) {
        return Arrays.stream(values())
                .filter(each -> String.valueOf(each.letter).equals(letter))
                .findFirst();
    }

    /** The wider of the two. */
    ImplicitRight or(ImplicitRight other) {
        return EnumSet.of(this, other).iterator().next();
    }
}
