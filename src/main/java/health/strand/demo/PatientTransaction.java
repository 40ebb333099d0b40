package health.strand.demo;

import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;

/**
 * One patient's whole record as a FHIR transaction.
 *
 * @param number position of the patient in the clinic, from 0
 * @param bundle the transaction
 * @param accounts the {@code fullUrl} of the entry that each log-in name in this record stands for
 * @param patient the {@code fullUrl} of the patient's entry
 */
public record PatientTransaction(int number, Bundle bundle, Map<String, String> accounts, String patient) {}
