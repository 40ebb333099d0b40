package health.strand.vault;

/**
 * A stored body with the name it is bound to, as the database tells both: {@code Type/row/version:body} ({@code V17.1}).
 *
 * @param text as it is stored
 */
public record NamedBody(BodyName name, String text) {

    /** @throws IllegalArgumentException when there is no name */
    public static NamedBody parse(String named) {
        int colon = named.indexOf(':');
        String[] parts = named.substring(0, Math.max(0, colon)).split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a body comes without its name");
        }
        return new NamedBody(
                new BodyName(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])), named.substring(colon + 1));
    }
}
