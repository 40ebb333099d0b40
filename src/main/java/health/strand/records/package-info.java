/** Reads and writes FHIR resources on the system's behalf; the one door to HAPI storage. */
@NullMarked
package health.strand.records;

import org.jspecify.annotations.NullMarked;
