package health.strand.summary;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.PurposeOfUse;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import health.strand.audit.Visit;
import health.strand.visibility.Onlooker;
import health.strand.visibility.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-02-01T00:00:00Z");

    private final Recipients recipients = new Recipients(
            Map.of("own", ClientRole.OWN, "vox", ClientRole.PROCESSOR, "fit", ClientRole.PATIENT_APP)::get);

    private static Sight sight(ClinicRole role, String who, DataClass dataClass, String... consents) {
        Onlooker onlooker = new Onlooker(
                ReaderKind.STAFF, who, Set.of(role), PurposeOfUse.TREAT, "", ClientRole.OWN, Relation.NONE);
        return new Sight(onlooker, dataClass, true, null, new TreeSet<>(Set.of(consents)), Set.of());
    }

    private static Visit visit(String who, String client, String role) {
        return new Visit(who, client, List.of(role), List.of("TREAT"), 2, FIRST, LAST);
    }

    @Test
    void areNotOfTheClinic() {
        assertThat(recipients.of(
                        List.of(sight(ClinicRole.SURGEON, "Practitioner/sora", DataClass.CLINICAL)),
                        List.of(visit("Practitioner/sora", "own", "surgeon"))))
                .isEmpty();
    }

    @Test
    void haveTheirRightsAndTheirVisitsTogether() {
        List<Recipient> found = recipients.of(
                List.of(
                        sight(ClinicRole.EXTERNAL_CLINICIAN, "Practitioner/bo", DataClass.CLINICAL, "Consent/1"),
                        sight(ClinicRole.EXTERNAL_CLINICIAN, "Practitioner/bo", DataClass.SCALP_IMAGE, "Consent/2")),
                List.of(visit("Practitioner/bo", "own", "external-clinician")));

        assertThat(found).singleElement().satisfies(bo -> {
            assertThat(bo.who()).isEqualTo("Practitioner/bo");
            assertThat(bo.legal()).isEqualTo(ClientRole.RECIPIENT);
            assertThat(bo.classes()).containsExactly(DataClass.CLINICAL, DataClass.SCALP_IMAGE);
            assertThat(bo.consents()).containsExactly("Consent/1", "Consent/2");
            assertThat(bo.times()).isEqualTo(2);
            assertThat(bo.first()).isEqualTo(FIRST);
            assertThat(bo.last()).isEqualTo(LAST);
        });
    }

    @Test
    void areAppsOfOthersWhoeverUsesThem() {
        List<Recipient> found = recipients.of(
                List.of(),
                List.of(
                        visit("Practitioner/sora", "vox", "surgeon"),
                        new Visit("Patient/ana", "fit", List.of(), List.of("PATRQT"), 1, FIRST, LAST)));

        assertThat(found)
                .extracting(each -> each.who() + " " + each.legal())
                .containsExactly("client/fit PATIENT_APP", "client/vox PROCESSOR");
    }
}
