package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.careteam.HeldRole;
import health.strand.emergency.OpenRecord;
import health.strand.representation.Mandate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskersTest {

    private static final PatientId ANA = new PatientId("ana");
    private static final PatientId BEN = new PatientId("ben");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    /** Of something that is about both. */
    private static final Picture PICTURE = new Picture(
            List.of(),
            List.of(),
            List.of(),
            List.of(mandate("RelatedPerson/pat", ANA), mandate("RelatedPerson/quinn", BEN)),
            List.of(
                    new HeldRole("ito", ClinicRole.DERMATOLOGIST, NOW, LATER),
                    new HeldRole("ito", ClinicRole.RESEARCHER, NOW, LATER)),
            List.of(),
            List.of(new OpenRecord("Practitioner/ito", BEN, NOW, LATER)),
            List.of(),
            Map.of(
                    "strand-app", ClientRole.OWN,
                    "phone", ClientRole.PATIENT_APP,
                    "adz", ClientRole.RECIPIENT),
            Set.of("client/phone"));

    private static Mandate mandate(String person, PatientId patient) {
        return new Mandate(person, patient, NOW, LATER);
    }

    @Test
    void areThePatientInEveryAppThatMattersTheStaffForEachPurposeAndTheBackEnds() {
        assertThat(new Askers(PICTURE, ANA, NOW).all())
                .containsExactly(
                        new Asker("Patient/ana", "strand-app", PurposeOfUse.PATRQT),
                        new Asker("Patient/ana", "", PurposeOfUse.PATRQT),
                        new Asker("Patient/ana", "phone", PurposeOfUse.PATRQT),
                        new Asker("RelatedPerson/pat", "strand-app", PurposeOfUse.FAMRQT),
                        new Asker("Practitioner/ito", "", PurposeOfUse.TREAT),
                        new Asker("Practitioner/ito", "", PurposeOfUse.HRESCH),
                        new Asker("", "", PurposeOfUse.TREAT),
                        new Asker("", "adz", PurposeOfUse.TREAT),
                        new Asker("", "phone", PurposeOfUse.TREAT));
    }

    @Test
    void tellNobodyWhoActsForAnotherPatientOrHasThatRecordOpen() {
        assertThat(new Askers(PICTURE, BEN, NOW).all())
                .contains(
                        new Asker("RelatedPerson/quinn", "strand-app", PurposeOfUse.FAMRQT),
                        new Asker("Practitioner/ito", "", PurposeOfUse.BTG))
                .doesNotContain(new Asker("RelatedPerson/pat", "strand-app", PurposeOfUse.FAMRQT));
        assertThat(new Askers(PICTURE, ANA, NOW).all())
                .extracting(Asker::purpose)
                .doesNotContain(PurposeOfUse.BTG);
    }

    @Test
    void areNobodyWhenTheirRoleOrTheirMandateHasEnded() {
        assertThat(new Askers(PICTURE, BEN, LATER).all()).extracting(Asker::who).containsOnly("Patient/ben", "");
    }
}
