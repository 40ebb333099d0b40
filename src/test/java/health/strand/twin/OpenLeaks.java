package health.strand.twin;

/**
 * What is known to tell of the hidden, and is not asked until it is mended. A visible resource that was written with a
 * reference to a hidden one still counts as having that reference: {@code :missing} and {@code :identifier} look at it,
 * and so do writes that go by what is stored.
 */
enum OpenLeaks {
    LEFT_OUT,
    ASKED;

    boolean allows(String kind, String modifier) {
        boolean ofReference = kind.equals("reference") && (modifier.equals(":missing") || modifier.equals(":identifier"));
        return this == ASKED || !ofReference;
    }

    boolean allowsPatch(String path) {
        return this == ASKED || !path.matches("/(derivedFrom|result|evidence|entry|about|focus|reasonReference|basis).*");
    }
}
