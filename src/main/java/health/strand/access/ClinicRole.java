package health.strand.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The work a person does for the clinic, as its registry says now. */
public enum ClinicRole {
    SURGEON(PurposeOfUse.TREAT),
    DERMATOLOGIST(PurposeOfUse.TREAT),
    TRICHOLOGIST(PurposeOfUse.TREAT),
    NURSE(PurposeOfUse.TREAT),
    TECHNICIAN(PurposeOfUse.TREAT),
    RECEPTION(PurposeOfUse.PATADMIN),
    BILLING(PurposeOfUse.HPAYMT),
    MARKETING(PurposeOfUse.HMARKT),
    MANAGER(PurposeOfUse.HOPERAT),
    ADMINISTRATOR(PurposeOfUse.HSYSADMIN),
    PRIVACY_OFFICER(PurposeOfUse.HCOMPL),
    RESEARCHER(PurposeOfUse.HRESCH),
    LABORATORY(PurposeOfUse.TREAT),
    IMAGING_VENDOR(PurposeOfUse.TREAT),
    ANALYTICS_VENDOR(PurposeOfUse.HOPERAT),
    EXTERNAL_CLINICIAN(PurposeOfUse.TREAT);

    private final PurposeOfUse purpose;

    ClinicRole(PurposeOfUse purpose) {
        this.purpose = purpose;
    }

    /** What somebody in this role handles data for, unless their token says otherwise. */
    public PurposeOfUse purpose() {
        return purpose;
    }

    /** The classes somebody in this role reads in everybody's record, but for what a patient withholds. */
    public Set<DataClass> readsOfEverybody() {
        return RoleTable.everywhere(Set.of(this));
    }

    /** The classes somebody in this role reads at most, whatever patients permit. */
    public Set<DataClass> readsAtMost() {
        return RoleTable.of(Set.of(this)).readable();
    }

    /** Whether people in this role are not the clinic's own, and have of it what patients permit and nothing else. */
    public boolean livesOnConsents() {
        return this == EXTERNAL_CLINICIAN || this == ANALYTICS_VENDOR || this == RESEARCHER;
    }

    /** The code a PractitionerRole carries for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code; a code nobody knows is no role. */
    public static Optional<ClinicRole> fromCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
