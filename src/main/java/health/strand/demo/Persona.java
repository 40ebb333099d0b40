package health.strand.demo;

/**
 * Somebody one can log in as.
 *
 * @param name the log-in name, a lower-case first name
 * @param display the full name
 * @param sees what this persona may see, in one sentence
 */
public record Persona(String name, String display, String sees) {}
