package health.strand.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files in folders by the first letters of their names, readable by the server's account only. */
public final class Folders implements FileStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}(-[0-9]{1,9}){0,2}");
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String UNFINISHED = ".new";
    private static final int BUFFER = 64 * 1024;

    private final Path root;

    /** @param root made on first use */
    public Folders(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public void put(String name, Content content) throws IOException {
        Path target = path(name);
        Path folder = target.getParent();
        Files.createDirectories(folder, FOLDER);
        Path fresh = Files.createTempFile(folder, UNFINISHED, "", FILE);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER)) {
                content.writeTo(out);
            }
            Durable.force(fresh);
            // a link is refused where a move would replace
            Files.createLink(target, fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
        for (Path made = folder; made != null && made.startsWith(root); made = made.getParent()) {
            Durable.force(made);
        }
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        return FileChannel.open(path(name), StandardOpenOption.READ);
    }

    @Override
    public void delete(String name) throws IOException {
        Path file = path(name);
        if (Files.deleteIfExists(file)) {
            Durable.force(file.getParent());
        }
    }

    @Override
    public Set<String> storedBefore(Instant moment) throws IOException {
        return files(moment, name -> NAME.matcher(name).matches())
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int removeUnfinished(Instant before) throws IOException {
        List<Path> unfinished =
                files(before, name -> name.startsWith(UNFINISHED)).toList();
        for (Path each : unfinished) {
            Files.deleteIfExists(each);
        }
        return unfinished.size();
    }

    private Stream<Path> files(Instant before, Predicate<String> named) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    if (facts.lastModifiedTime().toInstant().isBefore(before)
                            && named.test(file.getFileName().toString())) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** It may have been removed meanwhile. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        }
        return found.stream();
    }

    private Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a stored file");
        }
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }
}
