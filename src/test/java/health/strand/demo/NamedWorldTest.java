package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.CodeSystems;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Invoice;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.Test;

class NamedWorldTest {

    private static final SyntheticClinic CLINIC = TestClinic.of(3);
    private static final Registry REGISTRY = TestClinic.registry(CLINIC);
    private static final List<PatientTransaction> PATIENTS =
            CLINIC.patients(REGISTRY).toList();
    private static final Bundle ANA = PATIENTS.get(0).bundle();

    @Test
    void givesEveryPersonaAPlaceInTheRecord() {
        Set<String> known = new HashSet<>();
        PATIENTS.forEach(patient -> known.addAll(patient.accounts().keySet()));
        for (Staff staff : Staff.values()) {
            known.add(staff.key);
        }
        assertThat(known).containsAll(Personas.ALL.stream().map(Persona::name).toList());
        assertThat(Personas.ALL.stream().map(Persona::name))
                .contains("ana", "ben", "kim", "pat", "sora", "ito", "tom", "rex", "mia", "dara", "lab", "vox")
                .contains("adz", "uni", "bo")
                .doesNotHaveDuplicates();
    }

    @Test
    void hasSomebodyInEveryRole() {
        List<String> roles = TestClinic.resources(CLINIC.registry(), PractitionerRole.class).stream()
                .map(role -> role.getCodeFirstRep().getCodingFirstRep().getCode())
                .toList();

        assertThat(roles)
                .contains("surgeon", "dermatologist", "trichologist", "nurse", "technician", "reception", "billing")
                .contains("marketing", "manager", "administrator", "privacy-officer", "researcher", "laboratory")
                .contains("imaging-vendor", "analytics-vendor", "external-clinician");
    }

    @Test
    void givesAnaWhatTheConsentScenariosNeed() {
        List<Observation> observations = TestClinic.resources(ANA, Observation.class);

        assertThat(observations).anyMatch(one -> one.getCode().hasCoding(CodeSystems.TRICHOMETRY, "trichometry-panel"));
        assertThat(observations).anyMatch(one -> one.getMeta().getSecurity(CodeSystems.ACT_CODE, "GDIS") != null);
        assertThat(TestClinic.resources(ANA, ImagingStudy.class)).isNotEmpty();
        assertThat(TestClinic.resources(ANA, Media.class))
                .anyMatch(media -> media.getMeta().getSecurity(CodeSystems.LABEL, "PHOTOID") != null);
        assertThat(TestClinic.resources(ANA, FamilyMemberHistory.class)).isNotEmpty();
        assertThat(TestClinic.resources(ANA, Invoice.class)).isNotEmpty();
    }

    @Test
    void scansAnaOverTwentyFourMonths() {
        List<LocalDate> days = TestClinic.resources(ANA, Media.class).stream()
                .map(scan -> scan.getCreatedDateTimeType()
                        .getValue()
                        .toInstant()
                        .atZone(VisitPlan.CLINIC_TIME)
                        .toLocalDate())
                .distinct()
                .sorted()
                .toList();

        assertThat(ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)))
                .isBetween(2 * 365 - 20L, 2 * 365 + 20L);
        assertThat(days).hasSizeGreaterThan(4);
    }

    @Test
    void putsSoraAndTomIntoAnasCareTeam() {
        CareTeam team = TestClinic.resources(ANA, CareTeam.class).get(0);

        assertThat(team.getParticipant().stream()
                        .map(member -> member.getMember().getReference()))
                .contains(REGISTRY.reference("sora"), REGISTRY.reference("tom"));
    }

    @Test
    void keepsItoAwayFromAna() {
        assertThat(TestClinic.json(ANA)).doesNotContain(REGISTRY.reference("ito"));
    }

    @Test
    void givesAnaAConsentOfEachFate() {
        List<Consent> consents = TestClinic.resources(ANA, Consent.class);
        List<Consent.ConsentProvisionType> types = new ArrayList<>();
        consents.forEach(consent -> types.add(consent.getProvision().getType()));

        assertThat(consents).hasSize(6);
        assertThat(types).contains(Consent.ConsentProvisionType.DENY);
        assertThat(consents).anyMatch(consent -> consent.getStatus() == Consent.ConsentState.INACTIVE);
        assertThat(consents)
                .anyMatch(consent -> consent.getProvision().getPeriod().hasEnd());
    }

    @Test
    void letsPatActForKimWhoIsSeventeen() {
        PatientTransaction kim = PATIENTS.get(2);
        Patient patient = TestClinic.resources(kim.bundle(), Patient.class).get(0);
        RelatedPerson pat =
                TestClinic.resources(kim.bundle(), RelatedPerson.class).get(0);

        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("2008-12-26");
        assertThat(pat.getPatient().getReference()).isEqualTo(kim.patient());
        assertThat(kim.accounts()).containsKeys("kim", "pat");
        assertThat(TestClinic.resources(kim.bundle(), Consent.class))
                .allMatch(consent -> consent.getPerformerFirstRep()
                        .getReference()
                        .equals(kim.accounts().get("pat")));
    }
}
