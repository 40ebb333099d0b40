package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Debian's DCMTK: makes DICOM files, and reads them. */
public final class Dcmtk {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private Dcmtk() {}

    /** Installs it. */
    public static void install() throws IOException, InterruptedException {
        Debian.install("dcmtk");
    }

    /**
     * Makes a photograph of a JPEG, which stays as it is within it.
     *
     * @param header keyword to value
     */
    public static Path photograph(Path folder, String name, Map<String, String> header)
            throws IOException, InterruptedException {
        Path jpeg = folder.resolve(name + ".jpg");
        Path file = folder.resolve(name + ".dcm");
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                picture.setRGB(x, y, x * 4 << 16 | y * 5 << 8 | 0x60);
            }
        }
        ImageIO.write(picture, "jpg", jpeg.toFile());
        List<String> command = new ArrayList<>(List.of("img2dcm", "-vlp", jpeg.toString(), file.toString()));
        header.forEach((keyword, value) -> command.addAll(List.of("-k", keyword + "=" + value)));
        run(command.toArray(String[]::new));
        return file;
    }

    /** The same file with its pixels as they are. */
    public static Path decompressed(Path file) throws IOException, InterruptedException {
        Path plain = file.resolveSibling("plain-" + file.getFileName());
        run("dcmdjpeg", file.toString(), plain.toString());
        return plain;
    }

    /** All that a file says, as text. */
    public static String dump(Path file) throws IOException, InterruptedException {
        return run("dcmdump", "-q", "+L", file.toString());
    }

    /** All that a file says, as DICOM JSON. */
    public static String json(Path file) throws IOException, InterruptedException {
        return run("dcm2json", "-q", file.toString());
    }

    /** What a file shows, as a picture. */
    public static BufferedImage picture(Path file) throws IOException, InterruptedException {
        Path png = file.resolveSibling(file.getFileName() + ".png");
        run("dcm2pnm", "-q", "+on", file.toString(), png.toString());
        return ImageIO.read(png.toFile());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Debian.Run run = Debian.run(command);
        assertThat(run.code()).as(List.of(command) + " " + run.output()).isZero();
        return run.output();
    }
}
