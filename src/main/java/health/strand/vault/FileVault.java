package health.strand.vault;

import static org.springframework.transaction.support.TransactionSynchronization.STATUS_COMMITTED;
import static org.springframework.transaction.support.TransactionSynchronization.STATUS_ROLLED_BACK;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.security.GeneralSecurityException;

/**
 * Keeps files encrypted, each under a key of its own that its owner's key wraps, in parts of 64 KiB that can be read one
 * without the others. A file that was changed, moved, cut off or put in another's place is not read.
 */
public final class FileVault {

    private final PatientKeys keys;
    private final FileStore store;

    public FileVault(PatientKeys keys, FileStore store) {
        this.keys = keys;
        this.store = store;
    }

    /**
     * Stores what is read from here, to its end.
     *
     * @throws KeyDestroyed when the owner was erased
     */
    public FileHandle put(KeyOwner owner, KeyGroup group, InputStream content) throws IOException {
        FileHandle name = FileHandle.fresh();
        put(name, owner, group, content);
        return name;
    }

    /** The same, for as long as the transaction is not rolled back. */
    FileHandle putWithTransaction(KeyOwner owner, KeyGroup group, InputStream content) throws IOException {
        FileHandle name = put(owner, group, content);
        WithTransaction.bind(this, name, STATUS_ROLLED_BACK);
        return name;
    }

    /** Encrypts a file anew as its next version; the former one stays until it is deleted. */
    public FileHandle renew(FileHandle former, KeyOwner owner, KeyGroup group) throws IOException {
        FileHandle next = former.next();
        while (true) {
            try (OpenFile file = open(former)) {
                put(next, owner, group, file.from(0));
                return next;
            } catch (FileAlreadyExistsException leftBehind) {
                // by a server that was stopped on its way
                next = next.next();
            }
        }
    }

    /** Encrypts a file anew; the former is removed with the transaction, or the new one when it is rolled back. */
    FileHandle moveWithTransaction(FileHandle former, KeyOwner owner, KeyGroup group) throws IOException {
        FileHandle name = renew(former, owner, group);
        WithTransaction.bind(this, name, STATUS_ROLLED_BACK);
        WithTransaction.bind(this, former, STATUS_COMMITTED);
        return name;
    }

    private void put(FileHandle name, KeyOwner owner, KeyGroup group, InputStream content) throws IOException {
        PatientKey key = keys.of(owner, group);
        byte[] fileKey = Ciphers.freshFileKey();
        FileHead head = FileHead.of(fileKey, key, name);
        StreamingAead cipher = Ciphers.streaming(fileKey);
        store.put(name.toString(), out -> {
            head.writeTo(out);
            try (OutputStream encrypting = cipher.newEncryptingStream(out, FileHead.contentContext(key, name))) {
                content.transferTo(encrypting);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a file could not be encrypted", e);
            }
        });
    }

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws SealBroken when it is not what was stored, as far as its beginning and its end show
     * @throws KeyDestroyed when the owner was erased
     */
    public OpenFile open(FileHandle name) throws IOException {
        SeekableByteChannel stored = store.open(name.toString());
        try {
            FileHead head = FileHead.read(Channels.newInputStream(stored), name);
            PatientKey key = keys.numbered(head.key());
            return OpenFile.of(
                    name,
                    Ciphers.streaming(head.fileKey(key, name)),
                    new Beyond(stored, head.length()),
                    FileHead.contentContext(key, name));
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    /**
     * How much a file holds, in bytes, as its length says. Nothing of its content is fetched; that it is whole shows when it
     * is opened.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws SealBroken when it is not what was stored, as far as its beginning shows
     * @throws KeyDestroyed when the owner was erased
     */
    public long size(FileHandle name) throws IOException {
        try (SeekableByteChannel stored = store.open(name.toString())) {
            FileHead head = FileHead.read(Channels.newInputStream(stored), name);
            head.fileKey(keys.numbered(head.key()), name);
            long size = Segments.plain(stored.size() - head.length());
            if (size < 0) {
                throw new SealBroken("file `" + name + "`", null);
            }
            return size;
        }
    }

    /** Removes a file, if it is there. */
    public void delete(FileHandle name) throws IOException {
        store.delete(name.toString());
    }
}
