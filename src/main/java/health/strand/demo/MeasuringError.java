package health.strand.demo;

import health.strand.profiles.Canonical;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;

/** How repeatable a phototrichogram is; published values run from 2.6 to 9.8 percent. */
final class MeasuringError {

    static final double COEFFICIENT_OF_VARIATION = 0.05;

    private MeasuringError() {}

    static Extension extension() {
        Extension extension = new Extension(Canonical.MEASUREMENT_UNCERTAINTY);
        extension.addExtension("type", new CodeType("within-subject-cv"));
        extension.addExtension("value", Concepts.percent(100 * COEFFICIENT_OF_VARIATION));
        extension.addExtension("source", new CodeType("assumed"));
        return extension;
    }
}
