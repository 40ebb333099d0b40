package health.strand.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Puts drawings into the page itself, where they follow its colours. */
final class Drawings extends AbstractVisitor {

    private final Path folder;

    Drawings(Path folder) {
        this.folder = folder;
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            HtmlBlock figure = new HtmlBlock();
            figure.setLiteral(figure(image).source());
            paragraph.insertAfter(figure);
            paragraph.unlink();
        }
    }

    private Html figure(Image image) {
        String caption = image.getFirstChild() instanceof Text text ? text.getLiteral() : "";
        return Tag.of("figure")
                .around(
                        Blocks.box("Drawing: " + caption, new Html(svg(image.getDestination()))),
                        Tag.of("figcaption").around(caption));
    }

    private String svg(String destination) {
        try {
            // a blank line would end the block
            return Files.readString(folder.resolve(destination))
                    .replaceAll("(?m)^\\s*\\n", "")
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
