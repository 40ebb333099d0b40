package health.strand.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Encrypts the bodies of resources, as text that a column of text can hold: {@code ~}, and in Base64 a byte that says which
 * form it has, the id of the key in eight bytes, and what the cipher made. Long contents of a body become files.
 */
public final class Bodies {

    /** No body in JSON begins like this. */
    private static final char MARK = '~';

    private static final byte AS_IT_IS = 1;
    private static final byte DEFLATED = 2;
    private static final byte WITH_FILES = 4;
    private static final int HEAD = 1 + Long.BYTES;
    /** One byte, in Base64. */
    private static final String SHORT = "AA==";

    private final PatientKeys keys;
    private final LongContents contents;

    /**
     * @param files where long contents go
     * @param told of each file that one became
     */
    public Bodies(PatientKeys keys, FileVault files, NewFiles told) {
        this.keys = keys;
        this.contents = new LongContents(files, told);
    }

    /** Whether this is what {@link #seal} makes; what was written before there was a vault is not. */
    public static boolean isSealed(String stored) {
        return !stored.isEmpty() && stored.charAt(0) == MARK;
    }

    /** @throws KeyDestroyed when the owner was erased */
    public String seal(String body, KeyOwner owner, KeyGroup group, BodyName name) {
        String kept = contents.store(body, owner, group);
        return encrypt(new Opened(kept, !kept.equals(body)), keys.of(owner, group), name);
    }

    /**
     * The body of a {@link NamedBody} under another key, with its files; those it had are removed with the transaction.
     *
     * @throws SealBroken when it is not what was stored under this name
     * @throws KeyDestroyed when the former or the new owner was erased
     */
    public String sealAnew(String named, KeyOwner owner, KeyGroup group) {
        NamedBody stored = NamedBody.parse(named);
        Opened opened = decrypt(stored.text(), stored.name());
        PatientKey key = keys.of(owner, group);
        return encrypt(
                opened.hasFiles ? new Opened(contents.move(opened.body, owner, group), true) : opened,
                key,
                stored.name());
    }

    private static String encrypt(Opened kept, PatientKey key, BodyName name) {
        byte[] plain = kept.body.getBytes(StandardCharsets.UTF_8);
        byte[] deflated = Deflated.of(plain);
        boolean smaller = deflated.length < plain.length;
        byte form = (byte) ((smaller ? DEFLATED : AS_IT_IS) | (kept.hasFiles ? WITH_FILES : 0));
        try {
            byte[] sealed = key.cipher().encrypt(smaller ? deflated : plain, context(form, key, name));
            ByteBuffer envelope = ByteBuffer.allocate(HEAD + sealed.length);
            envelope.put(form).putLong(key.id()).put(sealed);
            return MARK + Base64.getEncoder().withoutPadding().encodeToString(envelope.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " could not be encrypted", e);
        }
    }

    /**
     * The body; one that was never encrypted is given as it is.
     *
     * @throws SealBroken when this is not what was stored as this version of this resource
     * @throws KeyDestroyed when the owner was erased
     */
    public String open(String stored, BodyName name) {
        Opened opened = decrypt(stored, name);
        return opened.hasFiles ? contents.restore(opened.body) : opened.body;
    }

    /**
     * The body with its long contents left where they are; one that was never encrypted is given as it is.
     *
     * @param standIn what is put in the place of each, in Base64
     * @throws SealBroken when this is not what was stored as this version of this resource
     * @throws KeyDestroyed when the owner was erased
     */
    public String open(String stored, BodyName name, Function<FileHandle, String> standIn) {
        Opened opened = decrypt(stored, name);
        return opened.hasFiles ? LongContents.passOver(opened.body, standIn) : opened.body;
    }

    /**
     * The body of a {@link NamedBody}, with something short in the place of long contents, which most readers pass over.
     *
     * @throws SealBroken when it is not what was stored under this name
     */
    public String read(String named) {
        NamedBody stored = NamedBody.parse(named);
        Opened opened = decrypt(stored.text(), stored.name());
        return opened.hasFiles ? LongContents.passOver(opened.body, any -> SHORT) : opened.body;
    }

    /** The files that hold the long contents of a {@link NamedBody}. */
    public List<FileHandle> files(String named) {
        NamedBody stored = NamedBody.parse(named);
        Opened opened = decrypt(stored.text(), stored.name());
        return opened.hasFiles ? LongContents.handles(opened.body) : List.of();
    }

    private record Opened(String body, boolean hasFiles) {}

    private Opened decrypt(String stored, BodyName name) {
        if (!isSealed(stored)) {
            return new Opened(stored, false);
        }
        ByteBuffer envelope = envelope(stored, name);
        byte form = envelope.get();
        PatientKey key = keys.numbered(envelope.getLong());
        byte[] sealed = new byte[envelope.remaining()];
        envelope.get(sealed);
        try {
            byte[] plain = key.cipher().decrypt(sealed, context(form, key, name));
            boolean deflated = (form & DEFLATED) != 0;
            return new Opened(
                    new String(deflated ? Deflated.undo(plain) : plain, StandardCharsets.UTF_8),
                    (form & WITH_FILES) != 0);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(name.toString(), e);
        }
    }

    private static ByteBuffer envelope(String stored, BodyName name) {
        try {
            ByteBuffer envelope = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(1)));
            if (envelope.remaining() > HEAD) {
                return envelope;
            }
        } catch (IllegalArgumentException e) {
            throw new SealBroken(name.toString(), e);
        }
        throw new SealBroken(name.toString(), null);
    }

    private static byte[] context(byte form, PatientKey key, BodyName name) {
        byte[] context = name.context(key);
        return ByteBuffer.allocate(1 + context.length).put(form).put(context).array();
    }
}
