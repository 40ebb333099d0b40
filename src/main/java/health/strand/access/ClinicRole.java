package health.strand.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The work a person does for the clinic, as its registry says now. */
public enum ClinicRole {
    SURGEON,
    DERMATOLOGIST,
    TRICHOLOGIST,
    NURSE,
    TECHNICIAN,
    RECEPTION,
    BILLING,
    MARKETING,
    MANAGER,
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    RESEARCHER,
    LABORATORY,
    IMAGING_VENDOR,
    ANALYTICS_VENDOR,
    EXTERNAL_CLINICIAN;

    /** The code a PractitionerRole carries for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code; a code nobody knows is no role. */
    public static Optional<ClinicRole> fromCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
