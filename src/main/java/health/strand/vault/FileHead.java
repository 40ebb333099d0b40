package health.strand.vault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * What every encrypted file begins with: its form, the id of its owner's key, and the file's own key as that one wraps it.
 *
 * @param key the id of the owner's key
 * @param wrapped the file's own key
 */
record FileHead(long key, byte[] wrapped) {

    private static final int FORM = 0x53564601;
    private static final int LONGEST = 1024;

    static FileHead of(byte[] fileKey, PatientKey owner, FileName name) {
        try {
            return new FileHead(owner.id(), owner.cipher().encrypt(fileKey, name.context("strand file key 1", owner)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a file's key could not be wrapped", e);
        }
    }

    byte[] fileKey(PatientKey owner, FileName name) {
        try {
            return owner.cipher().decrypt(wrapped, name.context("strand file key 1", owner));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("file `" + name + "`", e);
        }
    }

    /** What is bound to each part of the file. */
    static byte[] contentContext(PatientKey owner, FileName name) {
        return name.context("strand file 1", owner);
    }

    void writeTo(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(FORM);
        data.writeLong(key);
        data.writeShort(wrapped.length);
        data.write(wrapped);
        data.flush();
    }

    /** @throws SealBroken when this is not how a file begins */
    static FileHead read(InputStream in, FileName name) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            if (data.readInt() != FORM) {
                throw new SealBroken("file `" + name + "`", null);
            }
            long key = data.readLong();
            int length = data.readUnsignedShort();
            if (length == 0 || length > LONGEST) {
                throw new SealBroken("file `" + name + "`", null);
            }
            byte[] wrapped = new byte[length];
            data.readFully(wrapped);
            return new FileHead(key, wrapped);
        } catch (EOFException e) {
            throw new SealBroken("file `" + name + "`", e);
        }
    }

    int length() {
        return Integer.BYTES + Long.BYTES + Short.BYTES + wrapped.length;
    }
}
