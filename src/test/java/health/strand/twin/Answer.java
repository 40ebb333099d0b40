package health.strand.twin;

import java.util.List;
import java.util.Map;

/** What a server said. */
record Answer(int status, Map<String, List<String>> headers, String body) {}
