package health.strand.consent;

import static health.strand.consent.Clinic.ANA;
import static health.strand.consent.Clinic.BO;
import static health.strand.consent.Clinic.OWNER;
import static health.strand.consent.Clinic.ROY;
import static health.strand.consent.Clinic.SORA;
import static health.strand.consent.Clinic.TOM;
import static health.strand.consent.Clinic.density;
import static health.strand.consent.Clinic.labelled;
import static health.strand.consent.Clinic.marker;
import static health.strand.consent.Clinic.reader;
import static health.strand.consent.Clinic.staff;
import static health.strand.consent.Consents.actor;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.nestedDeep;
import static health.strand.consent.Consents.period;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.purpose;
import static health.strand.consent.Consents.sensitivity;
import static health.strand.consent.Consents.with;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a Consent as it is written to who reads: the rows of the acceptance matrix on purposes, people and time. */
class ConsentedReadersTest {

    private final Clinic clinic = new Clinic();

    /** S27, S28, S29: what is refused for one purpose is refused for those below it, unless these stand alone. */
    @ParameterizedTest
    @CsvSource({
        "HRESCH, BIORCH, true",
        "HRESCH, POARCH, false",
        "HOPERAT, HQUALIMP, true",
        "HOPERAT, MLTRAINING, false",
        "TREAT, ETREAT, true",
        "TREAT, BTG, false",
        "PATRQT, FAMRQT, false",
        "TREAT, HRESCH, false",
    })
    void coversThePurposesBelowTheOneItNames(String named, PurposeOfUse asked, boolean covered) {
        Consent consent = with(permit(), root -> root.addPurpose(purpose(named)));

        assertThat(new ConsentReader(Consents.BERLIN, Set.of(), KnownRecord.EMPTY)
                        .read(consent)
                        .orElseThrow()
                        .root()
                        .purposes())
                .allSatisfy(purpose -> assertThat(purpose.covers(asked)).isEqualTo(covered));
    }

    /** S29. */
    @Test
    void treatsInAnEmergencyAsOnAnyDay() {
        Consent consent = with(deny(), root -> root.addPurpose(purpose("TREAT")));
        Reader emergency = staff("sora", ClinicRole.SURGEON, Relation.TREATING, PurposeOfUse.ETREAT);

        assertThat(clinic.reads(emergency, density())).isTrue();
        assertThat(clinic.reads(emergency, density(), consent)).isFalse();
    }

    /** S30: what Ana lets her app have, her guardian's app does not have. */
    @Test
    void keepsThePatientsAppApartFromTheGuardians() {
        Consent consent =
                with(permit(), root -> root.addPurpose(purpose("PATRQT")).addSecurityLabel(sensitivity("GDIS")));

        assertThat(clinic.reads(app(ReaderKind.PATIENT, "Patient/ana", PurposeOfUse.PATRQT, Relation.SELF), marker()))
                .isFalse();
        assertThat(clinic.reads(
                        app(ReaderKind.PATIENT, "Patient/ana", PurposeOfUse.PATRQT, Relation.SELF), marker(), consent))
                .isTrue();
        assertThat(clinic.reads(
                        app(
                                ReaderKind.REPRESENTATIVE,
                                "RelatedPerson/pat",
                                PurposeOfUse.FAMRQT,
                                Relation.REPRESENTATIVE),
                        marker(),
                        consent))
                .isFalse();
    }

    private static Reader app(ReaderKind kind, String id, PurposeOfUse purpose, Relation relation) {
        return new Reader(kind, id, Set.of(), ClientRole.PATIENT_APP, purpose, Set.of(id), Map.of(ANA, relation));
    }

    /** S31, S32: whoever belongs to the organization or team now is who the registry says. */
    @Test
    void reachesThePeopleOfAnOrganization() {
        Consent consent = with(permit(), root -> actor(root, "Organization/b"));

        assertThat(clinic.reads(ROY, density(), consent)).isTrue();
        assertThat(clinic.reads(
                        staff("roy", ClinicRole.EXTERNAL_CLINICIAN, Relation.NONE, PurposeOfUse.TREAT),
                        density(),
                        consent))
                .isFalse();
    }

    /** S33. */
    @Test
    void meansTheAppItNames() {
        Consent consent = with(deny(), root -> actor(root, "client/vox"));

        assertThat(clinic.reads(
                        staff("sora", ClinicRole.SURGEON, Relation.TREATING, PurposeOfUse.TREAT, "client/vox"),
                        density(),
                        consent))
                .isFalse();
        assertThat(clinic.reads(SORA, density(), consent)).isTrue();
    }

    /** S34. */
    @Test
    void deniesByIdentifierWhatDoesNotResolveAndPermitsNothing() {
        Reference unknown = new Reference("Organization/nobody")
                .setIdentifier(new Identifier().setSystem("urn:gln").setValue("b"));

        assertThat(clinic.reads(BO, density(), permit())).isTrue();
        assertThat(clinic.reads(BO, density(), permit(), with(deny(), root -> actor(root, unknown))))
                .isFalse();
        assertThat(clinic.reads(BO, density(), with(permit(), root -> actor(root, unknown))))
                .isFalse();
        assertThat(clinic.reads(ROY, density(), permit(), with(deny(), root -> actor(root, unknown))))
                .isTrue();
    }

    /** S35, S38, S39. */
    @ParameterizedTest
    @EnumSource(value = ConsentState.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void decidesAsWithoutAConsentThatIsNotActive(ConsentState status) {
        assertThat(clinic.reads(SORA, density(), deny().setStatus(status))).isTrue();
        assertThat(clinic.reads(BO, density(), permit().setStatus(status))).isFalse();
    }

    /** S36: the clock goes back on the last day. */
    @Test
    void endsAtTheEndOfTheLongestDay() {
        Consent consent = with(permit(), root -> root.setPeriod(period("2026-03-29", "2026-10-25")));

        assertThat(clinic.reads(Instant.parse("2026-03-28T22:59:59.999Z"), BO, density(), consent))
                .isFalse();
        assertThat(clinic.reads(Instant.parse("2026-03-28T23:00:00Z"), BO, density(), consent))
                .isTrue();
        assertThat(clinic.reads(Instant.parse("2026-10-25T22:59:59.999Z"), BO, density(), consent))
                .isTrue();
        assertThat(clinic.reads(Instant.parse("2026-10-25T23:00:00Z"), BO, density(), consent))
                .isFalse();
    }

    /** S37. */
    @Test
    void waitsForTheDayItStarts() {
        Consent consent = with(deny(), root -> root.setPeriod(period("2026-01-16", null)));

        assertThat(clinic.reads(SORA, density(), consent)).isTrue();
        assertThat(clinic.reads(Instant.parse("2026-01-15T23:00:00Z"), SORA, density(), consent))
                .isFalse();
    }

    /** S40, S70: in either order. */
    @Test
    void deniesWhenTwoConsentsDisagree() {
        assertThat(clinic.reads(BO, density(), permit(), deny())).isFalse();
        assertThat(clinic.reads(BO, density(), deny(), permit())).isFalse();
    }

    /** S43. */
    @Test
    void givesNothingForWhatWasSaidToAnotherClinic() {
        List<Reference> other = List.of(new Reference("Organization/other"));

        assertThat(clinic.reads(SORA, density(), deny().setOrganization(other))).isTrue();
        assertThat(clinic.reads(BO, density(), permit().setOrganization(other))).isFalse();
    }

    /** S45. */
    @Test
    void deniesAllButTheOwnerWhatADenialNobodyUnderstandsMayMean() {
        Consent deep = nestedDeep(with(deny(), root -> actor(root, "Practitioner/tom")), 9);

        assertThat(clinic.reads(SORA, density(), deep)).isFalse();
        assertThat(clinic.reads(OWNER, density(), deep)).isTrue();
        assertThat(clinic.reads(BO, density(), nestedDeep(permit(), 9))).isFalse();
        assertThat(clinic.reads(SORA, density(), nestedDeep(permit(), 9))).isTrue();
    }

    /** S68. */
    @Test
    void keepsWhatIsPersonalFromTheGuardianAlone() {
        Observation personal = labelled(new Observation(), "Observation/p", "N");
        personal.getMeta().addSecurity(sensitivity("PRS"));
        Reader pat = reader(
                ReaderKind.REPRESENTATIVE, "RelatedPerson/pat", Set.of(), PurposeOfUse.FAMRQT, Relation.REPRESENTATIVE);

        assertThat(clinic.reads(pat, density())).isTrue();
        assertThat(clinic.reads(pat, personal)).isFalse();
        assertThat(clinic.reads(OWNER, personal)).isTrue();
        assertThat(clinic.reads(TOM, personal)).isTrue();
    }
}
