package health.strand.vault;

import java.nio.charset.StandardCharsets;

/**
 * Numbers that stand for something in copies made for one project. Nobody without the clinic's key can tell from one what it
 * stands for, or whether those of two projects stand for the same.
 */
public final class Pseudonyms {

    private final Pseudorandom numbers;

    public Pseudonyms(PatientKeys keys) {
        this.numbers = new Pseudorandom(keys);
    }

    /**
     * The same for the same, on every server of the clinic.
     *
     * @param kind of what it stands for, such as {@code uid}
     * @return 16 bytes
     */
    public byte[] of(String project, String kind, String value) {
        String context = "strand pseudonym 1\n" + kind + "\n" + project;
        return numbers.of(value.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
    }
}
