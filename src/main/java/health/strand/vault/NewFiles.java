package health.strand.vault;

/** Hears of every file that long content became, in the transaction that stores it. */
@FunctionalInterface
public interface NewFiles {

    /** How much of the beginning of a file is told, in bytes, unless it is shorter. */
    int TOLD = 16;

    /** @param beginning by which the kind of the content can be known */
    void stored(FileHandle file, byte[] beginning);
}
