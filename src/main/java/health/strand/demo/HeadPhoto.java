package health.strand.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/** A drawn head in the place of a photograph; nobody's face. The hairline goes back as the loss goes on. */
final class HeadPhoto {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 300;

    private HeadPhoto() {}

    static RenderedScan render(Skin skin, double loss) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(206, 217, 226));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        head(graphics, skin);
        hair(graphics, skin, loss);
        features(graphics);
        graphics.dispose();
        return new RenderedScan(ScanImage.png(image), 0, WIDTH, HEIGHT);
    }

    private static void head(Graphics2D graphics, Skin skin) {
        int level = skin.skinLevel();
        graphics.setColor(new Color(Math.min(255, level + 25), level, Math.max(0, level - 25)));
        graphics.fill(new Ellipse2D.Double(45, 130, 24, 48));
        graphics.fill(new Ellipse2D.Double(171, 130, 24, 48));
        graphics.fill(new Ellipse2D.Double(90, 220, 60, 90));
        graphics.fill(new Ellipse2D.Double(55, 45, 130, 205));
    }

    private static void hair(Graphics2D graphics, Skin skin, double loss) {
        int level = skin.hairLevel();
        graphics.setColor(new Color(level, Math.max(0, level - 10), Math.max(0, level - 20)));
        double height = 130 * (1 - 0.75 * loss);
        graphics.fill(new Arc2D.Double(53, 40, 134, height, 0, 180, Arc2D.CHORD));
        graphics.fill(new Ellipse2D.Double(50, 85, 13, 65));
        graphics.fill(new Ellipse2D.Double(177, 85, 13, 65));
    }

    /** A smile of three strokes: a placeholder, and it looks like one. */
    private static void features(Graphics2D graphics) {
        graphics.setColor(new Color(60, 50, 50));
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Line2D.Double(88, 140, 106, 140));
        graphics.draw(new Line2D.Double(134, 140, 152, 140));
        graphics.draw(new Arc2D.Double(95, 180, 50, 25, 200, 140, Arc2D.OPEN));
    }
}
