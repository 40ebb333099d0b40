package health.strand.vault;

/** A key that a fresh one has replaced, and that still reads something. */
public record ReplacedKey(long id, KeyOwner owner, KeyGroup group) {}
