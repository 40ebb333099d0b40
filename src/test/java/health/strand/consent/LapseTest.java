package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.access.Span;
import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guardian decided that no treatment hangs on ends as the patient comes of age. */
class LapseTest {

    private static final Instant BIRTHDAY = Instant.parse("2027-05-03T22:00:00Z");

    private final ConsentReader reader = new ConsentReader(Consents.BERLIN, Set.of(), new Minor());

    private record Minor() implements References {

        @Override
        public boolean resolves(String reference) {
            return true;
        }

        @Override
        public Set<String> refersTo(String reference) {
            return Set.of();
        }

        @Override
        public Instant ofAge(PatientId patient) {
            return BIRTHDAY;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing", "marketing-contact", "research", "teaching", "machine-learning"})
    void endsWhatNoTreatmentHangsOn(String kind) {
        assertThat(end(consent(kind, "RelatedPerson/pat", "2026-01-01"))).isEqualTo(BIRTHDAY);
        assertThat(end(consent(kind, "RelatedPerson/pat", null))).isEqualTo(BIRTHDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"care", "imaging", "genetics", "laboratory", "vendor-cloud", "other-clinic"})
    void leavesWhatTreatmentHangsOn(String kind) {
        assertThat(end(consent(kind, "RelatedPerson/pat", "2026-01-01"))).isNull();
    }

    @Test
    void hasComeFromTheBeginningOfThatDay() {
        Consent marketing = consent("marketing", "RelatedPerson/pat", "2026-01-01");
        ClinicTime time = new ClinicTime(Consents.BERLIN);

        assertThat(Lapse.hasCome(marketing, BIRTHDAY, time, BIRTHDAY)).isTrue();
        assertThat(Lapse.hasCome(marketing, BIRTHDAY, time, BIRTHDAY.minusNanos(1)))
                .isFalse();
        assertThat(Lapse.hasCome(marketing, null, time, BIRTHDAY)).isFalse();
        assertThat(Lapse.hasCome(consent("research", "RelatedPerson/pat", null), BIRTHDAY, time, BIRTHDAY))
                .isTrue();
        assertThat(Lapse.hasCome(consent("care", "RelatedPerson/pat", "2026-01-01"), BIRTHDAY, time, BIRTHDAY))
                .isFalse();
        assertThat(Lapse.hasCome(consent("marketing", "Patient/kim", "2026-01-01"), BIRTHDAY, time, BIRTHDAY))
                .isFalse();
        assertThat(Lapse.hasCome(consent("marketing", "RelatedPerson/pat", "2027-05-04"), BIRTHDAY, time, BIRTHDAY))
                .isFalse();
    }

    @Test
    void leavesWhatThePatientDecided() {
        assertThat(end(consent("marketing", "Patient/kim", "2026-01-01"))).isNull();
    }

    @Test
    void leavesWhatIsDecidedForSomebodyOfAge() {
        assertThat(end(consent("marketing", "RelatedPerson/pat", "2027-05-04"))).isNull();
    }

    @Test
    void leavesAnEarlierEnd() {
        Consent consent = consent("marketing", "RelatedPerson/pat", "2026-01-01");
        consent.getProvision().getPeriod().getEndElement().setValueAsString("2026-12-31");

        assertThat(end(consent)).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    private @Nullable Instant end(Consent consent) {
        ConsentDirective read = reader.read(consent).orElseThrow();
        Span period = read.root().period();
        return period == null ? null : period.end();
    }

    private static Consent consent(String kind, String performer, @Nullable String date) {
        Consent consent = new Consent();
        consent.setId("Consent/c");
        consent.setStatus(ConsentState.ACTIVE);
        consent.getScope()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/consentscope")
                .setCode("patient-privacy");
        consent.addCategory().addCoding().setSystem(CodeSystems.CONSENT_KIND).setCode(kind);
        consent.getPatient().setReference("Patient/kim");
        consent.addPerformer().setReference(performer);
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        if (date != null) {
            consent.getDateTimeElement().setValueAsString(date);
        }
        return consent;
    }
}
