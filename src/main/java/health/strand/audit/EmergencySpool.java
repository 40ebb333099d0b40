package health.strand.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in which reads in an emergency are recorded while the trail cannot be, so that the emergency does not wait for it;
 * from there they are taken into the trail as soon as that is possible. Whatever else cannot be recorded is not shown.
 */
public final class EmergencySpool {

    private static final Logger log = LoggerFactory.getLogger(EmergencySpool.class);
    private static final List<String> EMERGENCY = List.of("BTG");

    private final @Nullable Path file;

    /** @param file where, on a disk that is kept; without one nothing is taken */
    public EmergencySpool(@Nullable Path file) {
        this.file = file;
    }

    /** Records reads in an emergency, on disk when it returns; false when it is not that, or could not be done. */
    public synchronized boolean takes(List<TrailEntry> entries) {
        if (file == null || entries.isEmpty() || !entries.stream().allMatch(EmergencySpool::isReadInEmergency)) {
            return false;
        }
        String lines = entries.stream().map(entry -> EntryText.of(entry) + "\n").collect(Collectors.joining());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return true;
        } catch (IOException e) {
            log.error(
                    "a read in an emergency could not be recorded: {}",
                    e.getClass().getName());
            return false;
        }
    }

    private static boolean isReadInEmergency(TrailEntry entry) {
        return entry.actor().purposes().equals(EMERGENCY)
                && entry.patient() != null
                && entry.deed().outcome() == Outcome.DONE
                && !entry.deed().interaction().writes();
    }

    /**
     * Takes what is there into the trail.
     *
     * @throws TrailUnavailable when the trail still takes nothing
     */
    public synchronized void emptyInto(AuditTrail trail) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            // what was taken in before, when the file could not be deleted, is passed over there
            trail.add(entries(file));
            Files.delete(file);
        } catch (IOException e) {
            log.error(
                    "reads in emergencies are not taken into the trail: {}",
                    e.getClass().getName());
        }
    }

    private static List<TrailEntry> entries(Path file) throws IOException {
        List<TrailEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                entries.add(EntryText.read(line));
            } catch (IllegalArgumentException e) {
                // the server ended within it, and so before the answer went out
                log.warn("half an entry of an emergency is passed over");
            }
        }
        return entries;
    }
}
