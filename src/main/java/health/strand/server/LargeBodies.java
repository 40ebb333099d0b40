package health.strand.server;

import health.strand.vault.FileHandle;
import health.strand.vault.FileVault;
import health.strand.vault.KeyGroup;
import health.strand.vault.KeyOwner;
import health.strand.vault.OpenFile;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Takes in large bodies: encrypted onto the disk while they come, however long that takes, and into memory a few at a time when
 * all of them is there.
 */
final class LargeBodies {

    private static final int SMALL = 1024 * 1024;
    private static final int AT_ONCE = 2;

    private final FileVault vault;
    private final Places places = new Places(AT_ONCE);

    LargeBodies(FileVault vault) {
        this.vault = vault;
    }

    /** What is done with a body. */
    @FunctionalInterface
    interface Work {

        void run(HttpServletRequest request) throws ServletException, IOException;
    }

    /** Whether there was a place within a minute; nothing is done when there was none. */
    boolean during(HttpServletRequest request, Work work) throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length >= 0 && length <= SMALL) {
            work.run(request);
            return true;
        }
        FileHandle kept = vault.put(KeyOwner.CLINIC, KeyGroup.IMAGES, request.getInputStream());
        try {
            return places.take() && run(request, kept, work);
        } finally {
            vault.delete(kept);
        }
    }

    private boolean run(HttpServletRequest request, FileHandle kept, Work work) throws ServletException, IOException {
        try (OpenFile file = vault.open(kept)) {
            work.run(new OtherBody(request, file.from(0), file.size()));
            return true;
        } finally {
            places.giveBack();
        }
    }
}
