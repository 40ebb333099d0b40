package health.strand.vault;

/**
 * Which body something is: bound to what is encrypted, so that no body passes for another.
 *
 * @param type of the resource
 * @param row of the resource in the database, the same for all its versions
 * @param version of the resource
 */
public record BodyName(String type, long row, long version) {

    static BodyName parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a body comes without its name");
        }
        return new BodyName(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    byte[] context(PatientKey key) {
        return Context.of("strand body 1", type + "/" + row, version, key.group(), key.id());
    }

    /** Our own number, and nothing else. */
    @Override
    public String toString() {
        return "body " + row + "/" + version;
    }
}
