/** Strand: a FHIR R4 record server in which the patient's consent decides who sees a scan. */
@NullMarked
package health.strand;

import org.jspecify.annotations.NullMarked;
