package health.strand.demo;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.ConsentKinds;
import health.strand.profiles.SecurityLabels;

/** What a patient is asked for, and how many say yes; the shares are assumptions. */
enum Purpose {
    CARE(ConsentKinds.CARE, "TREAT", CodeSystems.CONFIDENTIALITY, SecurityLabels.RESTRICTED, 1.0),
    IMAGING(ConsentKinds.IMAGING, "TREAT", CodeSystems.CONFIDENTIALITY, SecurityLabels.RESTRICTED, 1.0),
    VENDOR_CLOUD(ConsentKinds.VENDOR_CLOUD, "HOPERAT", CodeSystems.CONFIDENTIALITY, SecurityLabels.RESTRICTED, 0.55),
    RESEARCH(ConsentKinds.RESEARCH, "HRESCH", CodeSystems.CONFIDENTIALITY, SecurityLabels.RESTRICTED, 0.35),
    MARKETING(ConsentKinds.MARKETING, "HMARKT", CodeSystems.CONFIDENTIALITY, SecurityLabels.NORMAL, 0.18),
    GENETICS(ConsentKinds.GENETICS, "TREAT", CodeSystems.ACT_CODE, SecurityLabels.GENETIC, 0.0);

    final String code;
    final String reason;
    final String labelSystem;
    final String label;
    final double agree;

    Purpose(String code, String reason, String labelSystem, String label, double agree) {
        this.code = code;
        this.reason = reason;
        this.labelSystem = labelSystem;
        this.label = label;
        this.agree = agree;
    }

    /** Care and the pictures that care needs are agreed to by everybody who is treated. */
    boolean needed() {
        return this == CARE || this == IMAGING;
    }
}
