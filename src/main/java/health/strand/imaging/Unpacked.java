package health.strand.imaging;

import java.awt.image.BufferedImage;

/**
 * A picture that was read.
 *
 * @param pixels as many as are needed
 * @param whole how large the picture is with all of them
 */
record Unpacked(BufferedImage pixels, PictureSize whole) {}
