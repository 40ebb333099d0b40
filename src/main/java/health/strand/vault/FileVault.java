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
import java.nio.file.NoSuchFileException;
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
        put(FileName.itself(name), keys.of(owner, group), content);
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
                put(FileName.itself(next), keys.of(owner, group), file.from(0));
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

    /**
     * Keeps a smaller picture beside a file, under the key that the file is under; nothing is kept beside a file that is gone.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such file
     * @throws KeyDestroyed when the owner was erased
     */
    public void putRendition(FileHandle of, RenditionWidth width, InputStream content) throws IOException {
        FileName name = new FileName(of, width);
        try {
            put(name, keyOf(of), content);
        } catch (FileAlreadyExistsException madeBefore) {
            return;
        }
        // a file goes before its renditions do, so one that was kept too late finds its file gone
        try {
            store.open(of.toString()).close();
        } catch (NoSuchFileException gone) {
            store.delete(name.toString());
            throw gone;
        }
    }

    private PatientKey keyOf(FileHandle file) throws IOException {
        try (SeekableByteChannel stored = store.open(file.toString())) {
            return keys.numbered(FileHead.read(Channels.newInputStream(stored), FileName.itself(file))
                    .key());
        }
    }

    private void put(FileName name, PatientKey key, InputStream content) throws IOException {
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
        return open(FileName.itself(name));
    }

    /** The same for a smaller picture of a file. */
    public OpenFile openRendition(FileHandle of, RenditionWidth width) throws IOException {
        return open(new FileName(of, width));
    }

    private OpenFile open(FileName name) throws IOException {
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
    public long size(FileHandle file) throws IOException {
        FileName name = FileName.itself(file);
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

    /** Removes a file, if it is there, and then its smaller pictures. */
    public void delete(FileHandle file) throws IOException {
        store.delete(file.toString());
        for (RenditionWidth width : RenditionWidth.values()) {
            store.delete(new FileName(file, width).toString());
        }
    }
}
