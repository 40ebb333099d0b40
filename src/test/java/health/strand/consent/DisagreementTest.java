package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.CodeSystems;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.junit.jupiter.api.Test;

class DisagreementTest {

    @Test
    void keepsTheDenialOfAnotherRepresentative() {
        assertThat(Disagreement.outlasts(deny("marketing", "RelatedPerson/pat"), permit("RelatedPerson/lee")))
                .isTrue();
    }

    @Test
    void letsEverybodyChangeTheirOwnMind() {
        assertThat(Disagreement.outlasts(deny("marketing", "RelatedPerson/pat"), permit("RelatedPerson/pat")))
                .isFalse();
        assertThat(Disagreement.outlasts(
                        deny("marketing", "RelatedPerson/pat/_history/2"), permit("RelatedPerson/pat")))
                .isFalse();
    }

    @Test
    void letsThePatientDecideInTheEnd() {
        assertThat(Disagreement.outlasts(deny("marketing", "RelatedPerson/pat"), permit("Patient/kim")))
                .isFalse();
    }

    @Test
    void leavesTreatmentToWhoDecidesLast() {
        assertThat(Disagreement.outlasts(deny("care", "RelatedPerson/pat"), permit("RelatedPerson/lee")))
                .isFalse();
    }

    @Test
    void isNoneWhereTheFirstPermits() {
        Consent first = deny("marketing", "RelatedPerson/pat");
        first.getProvision().setType(ConsentProvisionType.PERMIT);

        assertThat(Disagreement.outlasts(first, permit("RelatedPerson/lee"))).isFalse();
    }

    private static Consent permit(String performer) {
        Consent consent = deny("marketing", performer);
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        return consent;
    }

    private static Consent deny(String kind, String performer) {
        Consent consent = new Consent();
        consent.addCategory().addCoding().setSystem(CodeSystems.CONSENT_KIND).setCode(kind);
        consent.addPerformer().setReference(performer);
        consent.getProvision().setType(ConsentProvisionType.DENY);
        return consent;
    }
}
