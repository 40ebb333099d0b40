package health.strand.vault;

/**
 * Which body something is: bound to what is encrypted, so that no body passes for another.
 *
 * @param type of the resource
 * @param row of the resource in the database, the same for all its versions
 * @param version of the resource
 */
public record BodyName(String type, long row, long version) {

    byte[] context(PatientKey key) {
        return Context.of("strand body 1", type + "/" + row, version, key.group(), key.id());
    }

    /** Our own number, and nothing else. */
    @Override
    public String toString() {
        return "body " + row + "/" + version;
    }
}
