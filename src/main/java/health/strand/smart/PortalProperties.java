package health.strand.smart;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The clinic's own site where patients sign in, if it has one.
 *
 * @param name people know it by
 * @param description whom it is for, in words for them
 * @param url where it is
 * @param logo as an https or data address, where it is not the clinic's
 */
@ConfigurationProperties("strand.brand.portal")
public record PortalProperties(
        @Nullable String name,
        @Nullable String description,
        @Nullable URI url,
        @Nullable URI logo) {

    public PortalProperties {
        BrandProperties.requireWeb("strand.brand.portal.url", url);
        BrandProperties.requireImage("strand.brand.portal.logo", logo);
    }

    boolean isEmpty() {
        return BrandProperties.isBlank(name) && BrandProperties.isBlank(description) && url == null && logo == null;
    }
}
