package health.strand.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;

/**
 * Makes the links of a written page lead to pages of the site. In the sources they lead to files of the repository, so that
 * they work there too. The name of a profile in code becomes a link by itself.
 */
final class PageLinks extends AbstractVisitor {

    private static final Pattern PAGE = Pattern.compile("([a-z-]+)\\.md(#.*)?");
    private static final Pattern ARTIFACT =
            Pattern.compile("\\.\\./\\.\\./profiles/generated/(?:examples/)?([A-Za-z0-9.-]+)\\.json");

    private final Artifacts artifacts;

    PageLinks(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public void visit(Link link) {
        String to = link.getDestination();
        Matcher page = PAGE.matcher(to);
        Matcher artifact = ARTIFACT.matcher(to);
        if (page.matches()) {
            link.setDestination(
                    page.group(1) + ".html" + Optional.ofNullable(page.group(2)).orElse(""));
        } else if (artifact.matches()) {
            link.setDestination(artifact.group(1) + ".html");
        } else if (!to.startsWith("https://") && !to.startsWith("#")) {
            throw new GuideFailure("a page links to " + to + ", which is not a part of the guide");
        }
    }

    @Override
    public void visit(Code code) {
        artifacts.profileNamed(code.getLiteral()).ifPresent(profile -> {
            Link link = new Link(profile.page(), profile.title());
            code.insertAfter(link);
            link.appendChild(code);
        });
    }
}
