package health.strand.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the audit trail is kept.
 *
 * @param emergencySpool where reads in an emergency are recorded while the trail takes nothing; without it they wait too
 */
@ConfigurationProperties("strand.audit")
record AuditProperties(@Nullable Path emergencySpool) {}
