package health.strand.demo;

import org.jspecify.annotations.Nullable;

/**
 * Who a log-in is in the record.
 *
 * @param fhirUser the person's own resource, such as {@code Practitioner/id}
 * @param patientId the patient whose record opens after log-in: the person's own, or the one a guardian acts for
 */
public record AccountLink(String fhirUser, @Nullable String patientId) {}
