package health.strand.smart;

/** What the authorization server tells of, by a security event token. */
public sealed interface SetEvent permits SecurityEvent, SignInEvent {}
