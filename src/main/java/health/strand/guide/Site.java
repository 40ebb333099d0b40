package health.strand.guide;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder the guide is written to. It ends with a list of its files and their hashes: the server gives out what the list
 * names and nothing else.
 */
final class Site {

    static final String LIST = "files.txt";

    private final Path folder;
    private final SortedMap<String, String> hashes = new TreeMap<>();

    private Site(Path folder) {
        this.folder = folder;
    }

    static Site empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
        return new Site(folder);
    }

    void write(String file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void write(String file, byte[] content) throws IOException {
        String hash = Hashing.sha256().hashBytes(content).toString();
        if (hashes.put(file, hash) != null) {
            throw new GuideFailure("two things would be written to " + file);
        }
        Files.write(folder.resolve(file), content);
    }

    void close() throws IOException {
        List<String> lines = hashes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
        Files.write(folder.resolve(LIST), lines);
    }

    long pages() {
        return hashes.keySet().stream().filter(file -> file.endsWith(".html")).count();
    }
}
