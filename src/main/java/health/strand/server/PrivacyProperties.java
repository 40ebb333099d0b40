package health.strand.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What patients are told that the server cannot measure.
 *
 * @param contact how to reach the privacy officer: a mail address, a telephone number or a web address
 * @param diskEncryption what the administrator says of the encryption of the disks below the database
 * @param backupMarker a file that is touched whenever a backup is done
 */
@ConfigurationProperties("strand.privacy")
record PrivacyProperties(
        @Nullable String contact,
        @Nullable String diskEncryption,
        @Nullable Path backupMarker) {}
