package health.strand.access;

/** What a requester may do with a type of resource: the letters of SMART App Launch 2, in their order. */
public enum Permission {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    Permission(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for this permission in a scope. */
    public char letter() {
        return letter;
    }

    /** Whether the record is changed by it. */
    public boolean writes() {
        return switch (this) {
            case CREATE, UPDATE, DELETE -> true;
            case READ, SEARCH -> false;
        };
    }
}
