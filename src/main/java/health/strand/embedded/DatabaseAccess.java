package health.strand.embedded;

/** The running database: its port, the role that owns the schema, and the role that serves requests and owns nothing. */
public record DatabaseAccess(int port, DatabaseLogin owner, DatabaseLogin request) {}
