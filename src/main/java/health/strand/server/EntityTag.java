package health.strand.server;

import org.jspecify.annotations.Nullable;

/**
 * The name of a document's state, by which a client asks whether its copy is still good.
 *
 * @param hash of the content
 * @param weak whether documents of one name may differ in what does not matter
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, If-None-Match</a>
 */
record EntityTag(String hash, boolean weak) {

    /** As the header has it. */
    String text() {
        return (weak ? "W/" : "") + quoted();
    }

    /** Whether the client that sends this header has this state. */
    boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.contains(quoted()) || "*".equals(ifNoneMatch));
    }

    private String quoted() {
        return "\"" + hash + "\"";
    }
}
