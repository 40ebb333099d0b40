package health.strand.visibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of itself, as the connection that asks sees it.
 *
 * @param version of PostgreSQL
 * @param checksums whether it checks every page it reads
 * @param encrypted whether this very connection is
 * @param protocol and cipher of it; null when it is not
 * @param guarded of the tables with patients' data, those in which this connection sees only the rows of its keys
 * @param tables of those tables, all
 * @param plain versions of resources about patients that are not encrypted yet
 * @param archived when the last piece of its journal was put away; null when none was
 */
public record StorageFacts(
        String version,
        boolean checksums,
        boolean encrypted,
        @Nullable String protocol,
        int guarded,
        int tables,
        int plain,
        @Nullable Instant archived) {}
