package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** npm's packages, which a test that needs them installs as its lock file says; where it may not, it fails. */
public final class Npm {

    private Npm() {}

    /** Installs those of a folder unless they are there. */
    public static synchronized void install(Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            Debian.Run got = Debian.run("npm", "ci", "--prefix", folder.toString());
            assertThat(got.code()).as(got.output()).isZero();
        }
    }
}
