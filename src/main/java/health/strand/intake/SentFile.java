package health.strand.intake;

/**
 * A file as a part of a session that is sent.
 *
 * @param name by which the description names it
 * @param type the media type it is said to be, without parameters
 */
public record SentFile(String name, String type, byte[] bytes) {}
