/** Writes the synthetic clinic and loads it through the public FHIR API. */
@NullMarked
package health.strand.demo;

import org.jspecify.annotations.NullMarked;
