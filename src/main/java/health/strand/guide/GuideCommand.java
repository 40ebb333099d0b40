package health.strand.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Makes the guide; the build calls it when the classes are there. */
public final class GuideCommand {

    private GuideCommand() {}

    /** @param arguments the folder of the project, and the folder the guide is written to */
    public static void main(String[] arguments) throws IOException {
        long begun = System.nanoTime();
        long pages = Guide.read(Path.of(arguments[0])).writeTo(Path.of(arguments[1]));
        System.out.println("guide: " + pages + " pages in "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }
}
