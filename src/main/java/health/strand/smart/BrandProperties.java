package health.strand.smart;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what people recognize the clinic when an app asks them where their record is.
 *
 * @param name of the clinic
 * @param aliases other names it is or was known by
 * @param website for its patients
 * @param identifierSystem of what identifies the brand wherever else it is published
 * @param identifierValue of the same
 * @param logo as an https or data address
 * @param logoLicense the terms under which the logo may be shown
 * @param developers where whoever writes an app reads how to connect it
 */
@ConfigurationProperties("strand.brand")
public record BrandProperties(
        @Nullable String name,
        @Nullable List<String> aliases,
        @Nullable URI website,
        @Nullable String identifierSystem,
        @Nullable String identifierValue,
        @Nullable URI logo,
        @Nullable URI logoLicense,
        @Nullable URI developers) {

    private static final String NAME = "Hair clinic";

    public BrandProperties {
        requireWeb("strand.brand.website", website);
        requireImage("strand.brand.logo", logo);
        requireWeb("strand.brand.logo-license", logoLicense);
        requireWeb("strand.brand.developers", developers);
        if (isBlank(identifierValue) && !isBlank(identifierSystem)) {
            throw new IllegalArgumentException(
                    "`strand.brand.identifier-system` is given without a `strand.brand.identifier-value` of it");
        }
    }

    String nameOrDefault() {
        return name == null || name.isBlank() ? NAME : name;
    }

    List<String> otherNames() {
        return aliases == null ? List.of() : aliases;
    }

    /** An address people open in a browser. */
    static void requireWeb(String key, @Nullable URI address) {
        if (address != null && (!"https".equals(scheme(address)) || address.getHost() == null)) {
            throw new IllegalArgumentException("`" + key + "` must be an https address");
        }
    }

    /** An address an app gets a picture from; {@code data:} holds it. */
    static void requireImage(String key, @Nullable URI address) {
        if (address != null && !"data".equals(scheme(address))) {
            requireWeb(key, address);
        }
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String scheme(URI address) {
        return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    }
}
