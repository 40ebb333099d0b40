package health.strand.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What something encrypted is, as bytes that are authenticated with it: no two different things have the same. */
final class Context {

    private Context() {}

    /** @param kind what sort of thing it is, with the version of its form */
    static byte[] of(String kind, String name, long version, KeyGroup group, long key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // each text is written with its length before it
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(kind);
            out.writeUTF(name);
            out.writeLong(version);
            out.writeByte(group.number());
            out.writeLong(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
