package health.strand.demo;

import health.strand.profiles.Canonical;
import health.strand.profiles.ScanMethods;
import java.util.Locale;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;

/**
 * How a scan is taken: what two of them must share to be compared.
 *
 * @param method code of our scan-method
 * @param protocol the protocol that is followed, by the last part of its address
 * @param hair how the hair is prepared
 */
record CaptureSetup(Instrument instrument, String method, String protocol, String hair) {

    static CaptureSetup of(Visit visit) {
        return visit.otherMethod()
                ? new CaptureSetup(Instrument.of(visit), ScanMethods.UNCLIPPED, "scan-unclipped", "unprepared")
                : new CaptureSetup(Instrument.of(visit), ScanMethods.CLIPPED_IMMEDIATE, "scan-clipped", "clipped");
    }

    Extension comparabilityKey(Zone zone) {
        String key = String.format(
                Locale.ROOT,
                "%s/%s/%s/%s/%s/%.0f/%.2f",
                zone.code,
                method,
                instrument.model,
                instrument.version,
                hair,
                ScalpPatch.TERMINAL_THRESHOLD,
                ScalpPatch.ANALYSED_AREA_CM2);
        return new Extension(Canonical.COMPARABILITY_KEY, new StringType(key));
    }

    Extension protocolFollowed() {
        return new Extension(Canonical.PROTOCOL, new CanonicalType(Canonical.PLAN + protocol));
    }

    /** The trichoscope touches the skin and lights it through a polarizer. */
    Extension conditions() {
        Extension conditions = new Extension(Canonical.ACQUISITION);
        conditions.addExtension("hairPreparation", new CodeType(hair));
        conditions.addExtension("polarization", new CodeType("polarized"));
        conditions.addExtension("contact", new CodeType("contact"));
        conditions.addExtension("wetness", new CodeType("dry"));
        conditions.addExtension("illumination", new CodeType("ring-light"));
        return conditions;
    }

    /** A photograph is taken of combed hair from afar. */
    static Extension photographed() {
        Extension conditions = new Extension(Canonical.ACQUISITION);
        conditions.addExtension("hairPreparation", new CodeType("combed"));
        conditions.addExtension("contact", new CodeType("no-contact"));
        conditions.addExtension("wetness", new CodeType("dry"));
        conditions.addExtension("illumination", new CodeType("flash"));
        return conditions;
    }
}
