package health.strand.access;

/**
 * A consent that had the last word about one patient's data.
 *
 * @param reference with the version that was read, such as {@code Consent/x/_history/2}
 */
public record DecidingConsent(PatientId patient, String reference) {}
