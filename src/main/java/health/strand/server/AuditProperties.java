package health.strand.server;

import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the audit trail is kept.
 *
 * @param emergencySpool where reads in an emergency are recorded while the trail takes nothing; without it they wait too
 * @param retention how long an entry is kept; without it as long as the law of the place asks for
 */
@ConfigurationProperties("strand.audit")
record AuditProperties(
        @Nullable Path emergencySpool, @Nullable Period retention) {}
