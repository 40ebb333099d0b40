package health.strand.server;

import health.strand.consent.Sensitivities;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.Jurisdictions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The law a clinic works under: one of those the server comes with, or a table of its own. */
final class JurisdictionChoice {

    static final String KEY = "strand.clinic.jurisdiction";
    static final String FILE_KEY = "strand.clinic.jurisdiction-file";

    private JurisdictionChoice() {}

    /** What is wrong with it, with the key and the line; empty when it can be used. */
    static Optional<String> fault(@Nullable String code, @Nullable String file) {
        try {
            chosen(code, file);
            return Optional.empty();
        } catch (HalfConfigured e) {
            return Optional.of(e.faults().get(0));
        }
    }

    static Jurisdiction chosen(@Nullable String code, @Nullable String file) {
        return chosen(code, isBlank(file) ? null : Path.of(file));
    }

    /** The law that was chosen. */
    static Jurisdiction chosen(@Nullable String code, @Nullable Path file) {
        if (file != null && !isBlank(code)) {
            throw new HalfConfigured("`" + KEY + "` and `" + FILE_KEY + "` are both set");
        }
        try {
            return file == null
                    ? Jurisdictions.shipped(code == null || code.isBlank() ? Jurisdictions.USUAL : code)
                    : nameable(Jurisdictions.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new HalfConfigured("`" + FILE_KEY + "`: the file cannot be read");
        } catch (IllegalArgumentException e) {
            throw new HalfConfigured("`" + (file == null ? KEY : FILE_KEY) + "`: " + e.getMessage());
        }
    }

    /** What no consent can name, no consent could open. */
    private static Jurisdiction nameable(Jurisdiction law) {
        law.gated().stream()
                .sorted()
                .filter(code -> !Sensitivities.canBeNamed(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("`gated,`: no consent can name `" + code + "`");
                });
        return law;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
