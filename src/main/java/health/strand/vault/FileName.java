package health.strand.vault;

import org.jspecify.annotations.Nullable;

/**
 * What a file is called where it lies, and what is bound to its encryption.
 *
 * @param rendition which of the smaller pictures of the file it is; null for the file itself
 */
record FileName(FileHandle file, @Nullable RenditionWidth rendition) {

    static FileName itself(FileHandle file) {
        return new FileName(file, null);
    }

    byte[] context(String kind, PatientKey owner) {
        String whole = rendition == null ? kind : kind + ", " + rendition.pixels() + " wide";
        return Context.of(whole, file.id(), file.version(), owner.group(), owner.id());
    }

    @Override
    public String toString() {
        return rendition == null ? file.toString() : file + "-" + rendition.pixels();
    }
}
