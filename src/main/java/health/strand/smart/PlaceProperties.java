package health.strand.smart;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the clinic is, as far as it wants to be found by place.
 *
 * @param street with the number
 * @param city it is in
 * @param state or another part of the country
 * @param postalCode of the place
 * @param country as a two-letter code
 */
@ConfigurationProperties("strand.brand.place")
public record PlaceProperties(
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {}
