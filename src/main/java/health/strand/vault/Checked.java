package health.strand.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of a file that, where it was changed, says so. */
final class Checked extends FilterInputStream {

    private final FileName name;

    Checked(InputStream content, FileName name) {
        super(content);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        try {
            return super.read(into, at, most);
        } catch (IOException e) {
            throw new SealBroken("file `" + name + "`", e);
        }
    }
}
