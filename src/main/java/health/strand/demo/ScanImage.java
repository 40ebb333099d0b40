package health.strand.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a {@link ScalpPatch} the way a trichoscope sees it: clipped hair on skin, darker corners, some noise. */
final class ScanImage {

    static final double PIXELS_PER_MM = 50;
    static final int EDGE = (int) (ScalpPatch.FIELD * PIXELS_PER_MM);
    private static final double NOISE = 2.4;

    private ScanImage() {}

    static RenderedScan render(ScalpPatch patch, Skin skin, Dice dice) {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(gray(skin.skinLevel()));
        graphics.fillRect(0, 0, EDGE, EDGE);
        stain(graphics, skin, dice);
        patch.all().forEach(hair -> draw(graphics, hair, skin));
        graphics.dispose();
        shade(image, dice);
        return new RenderedScan(png(image), patch.hairCount(), EDGE, EDGE);
    }

    /** Faint spots of pigment, so that the skin is not a perfect background. */
    private static void stain(Graphics2D graphics, Skin skin, Dice dice) {
        for (int i = 0; i < 14; i++) {
            double size = dice.between(15.0, 70.0);
            graphics.setColor(gray(skin.skinLevel() + dice.between(-6, 5)));
            graphics.fill(new Ellipse2D.Double(dice.between(0.0, EDGE) - size, dice.between(0.0, EDGE), size, size));
        }
    }

    private static void draw(Graphics2D graphics, Hair hair, Skin skin) {
        double x = hair.x() * PIXELS_PER_MM;
        double y = hair.y() * PIXELS_PER_MM;
        double length = hair.length() * PIXELS_PER_MM;
        double bend = hair.angle() + 0.25;
        float width = (float) (hair.diameter() / 1000 * PIXELS_PER_MM);
        int paler = hair.terminal() ? 0 : 35;
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(gray(skin.hairLevel() + paler));
        graphics.draw(new QuadCurve2D.Double(
                x,
                y,
                x + Math.cos(bend) * length / 2,
                y + Math.sin(bend) * length / 2,
                x + Math.cos(hair.angle()) * length,
                y + Math.sin(hair.angle()) * length));
    }

    /** Vignette and sensor noise in one pass over the bytes. */
    private static void shade(BufferedImage image, Dice dice) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double centre = EDGE / 2.0;
        for (int i = 0; i < pixels.length; i++) {
            double dx = (i % EDGE - centre) / centre;
            double dy = (i / EDGE - centre) / centre;
            double light = 1 - 0.12 * (dx * dx + dy * dy);
            double value = (pixels[i] & 0xFF) * light + dice.normal(0, NOISE);
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
    }

    private static Color gray(int level) {
        int held = Math.max(0, Math.min(255, level));
        return new Color(held, held, held);
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(60_000);
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
