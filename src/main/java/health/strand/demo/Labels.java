package health.strand.demo;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;

/** Writes what {@code meta} says: confidentiality, sensitivity, and that it is all invented. */
final class Labels {

    private static final String SOURCE = "urn:strand:demo-clinic";

    private Labels() {}

    static Meta normal() {
        return meta(SecurityLabels.NORMAL);
    }

    static Meta restricted() {
        return meta(SecurityLabels.RESTRICTED);
    }

    static Meta genetic() {
        return sensitive(SecurityLabels.GENETIC);
    }

    static Meta sexual() {
        return sensitive(SecurityLabels.SEXUAL);
    }

    /** A face: HL7 has no code that every server knows, so ours and DICOM's stand beside it. */
    static Meta face() {
        Meta meta = sensitive(SecurityLabels.IDENTIFYING);
        meta.addSecurity(coding(CodeSystems.LABEL, SecurityLabels.PHOTO_IDENTIFIES));
        meta.addTag(coding(CodeSystems.DICOM, SecurityLabels.DICOM_IDENTIFYING_CONTENT));
        return meta;
    }

    private static Meta sensitive(String code) {
        Meta meta = restricted();
        meta.addSecurity(coding(CodeSystems.ACT_CODE, code));
        return meta;
    }

    private static Meta meta(String confidentiality) {
        Meta meta = new Meta();
        meta.setSource(SOURCE);
        meta.addSecurity(coding(CodeSystems.CONFIDENTIALITY, confidentiality));
        meta.addTag(coding(CodeSystems.TAG, SecurityLabels.SYNTHETIC));
        return meta;
    }

    private static Coding coding(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }
}
