package health.strand.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child left over from a killed run, found by a process id written down then. */
final class RecordedProcess {

    private RecordedProcess() {}

    /** The process of that id, if it still lives and its command line shows that it is ours: ids are used again. */
    static Optional<ProcessHandle> find(Path pidFile, String mark) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String first =
                    Files.readString(pidFile).lines().findFirst().orElse("").strip();
            return ProcessHandle.of(Long.parseLong(first))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> commandLine(process).contains(mark));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean ended(ProcessHandle process, int seconds) {
        try {
            CompletableFuture<ProcessHandle> exit = process.onExit();
            exit.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException noProc) {
            return process.info().commandLine().orElse("");
        }
    }
}
