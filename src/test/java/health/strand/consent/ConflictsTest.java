package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static Consent consent(String id, String kind, ConsentProvisionType type) {
        Consent consent = new Consent();
        consent.setId("Consent/" + id);
        consent.addCategory(
                new CodeableConcept(new Coding("https://strand.health/fhir/CodeSystem/consent-kind", kind, null)));
        consent.getProvision().setType(type);
        return consent;
    }

    private final Consent permit = consent("b", "research", ConsentProvisionType.PERMIT);
    private final Consent denial = consent("a", "research", ConsentProvisionType.DENY);
    private final Consent other = consent("c", "imaging", ConsentProvisionType.DENY);

    @Test
    void findsAPermitAndADenialOnOneTopicInWhateverOrder() {
        assertThat(Conflicts.among(List.of(permit, other, denial))).containsExactly(List.of(denial, permit));
        assertThat(Conflicts.among(List.of(denial, permit, other))).containsExactly(List.of(denial, permit));
    }

    @Test
    void findsTwoPermitsOnOneTopic() {
        assertThat(Conflicts.among(List.of(permit, consent("d", "research", ConsentProvisionType.PERMIT))))
                .hasSize(1);
    }

    @Test
    void leavesTwoDenialsInPeaceForTheyAgree() {
        assertThat(Conflicts.among(List.of(denial, consent("d", "research", ConsentProvisionType.DENY))))
                .isEmpty();
    }

    @Test
    void countsADenialWithAnExceptionAmongWhatCanContradict() {
        Consent excepting = consent("d", "research", ConsentProvisionType.DENY);
        excepting.getProvision().addProvision().setType(ConsentProvisionType.PERMIT);

        assertThat(Conflicts.among(List.of(denial, excepting))).hasSize(1);
    }

    @Test
    void findsNothingAmongTopicsAndClinicsOfTheirOwn() {
        Consent elsewhere = consent("d", "research", ConsentProvisionType.DENY);
        elsewhere.addOrganization().setReference("Organization/other");
        permit.addOrganization().setReference("Organization/clinic");

        assertThat(Conflicts.among(List.of(permit, other, elsewhere))).isEmpty();
        assertThat(Conflicts.among(List.of())).isEmpty();
    }
}
