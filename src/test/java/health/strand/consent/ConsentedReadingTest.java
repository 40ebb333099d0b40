package health.strand.consent;

import static health.strand.consent.Clinic.BO;
import static health.strand.consent.Clinic.OWNER;
import static health.strand.consent.Clinic.ROY;
import static health.strand.consent.Clinic.SORA;
import static health.strand.consent.Clinic.TOM;
import static health.strand.consent.Clinic.copy;
import static health.strand.consent.Clinic.density;
import static health.strand.consent.Clinic.file;
import static health.strand.consent.Clinic.labelled;
import static health.strand.consent.Clinic.marker;
import static health.strand.consent.Clinic.picture;
import static health.strand.consent.Clinic.seenIn;
import static health.strand.consent.Clinic.study;
import static health.strand.consent.Consents.RESOURCE_TYPES;
import static health.strand.consent.Consents.actor;
import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.confidentiality;
import static health.strand.consent.Consents.data;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.nested;
import static health.strand.consent.Consents.period;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.purpose;
import static health.strand.consent.Consents.sensitivity;
import static health.strand.consent.Consents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hl7.fhir.r4.model.Consent.ConsentProvisionType.DENY;
import static org.hl7.fhir.r4.model.Consent.ConsentProvisionType.PERMIT;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** From a Consent as it is written to who reads what: the data rows of the acceptance matrix. */
class ConsentedReadingTest {

    private final Clinic clinic = new Clinic();

    /** S07, S08. */
    @Test
    void opensGeneticsByNameOnly() {
        Consent byName = with(permit(), root -> {
            root.addPurpose(purpose("TREAT")).addSecurityLabel(sensitivity("GDIS"));
            actor(root, "CareTeam/team");
        });
        Consent byLevel =
                with(permit(), root -> root.addPurpose(purpose("TREAT")).addSecurityLabel(confidentiality("R")));

        assertThat(clinic.reads(SORA, marker())).isFalse();
        assertThat(clinic.reads(SORA, marker(), byName)).isTrue();
        assertThat(clinic.reads(TOM, marker(), byName)).isTrue();
        assertThat(clinic.reads(BO, marker(), byName)).isFalse();
        assertThat(clinic.reads(SORA, marker(), byLevel)).isFalse();
        assertThat(clinic.reads(SORA, study("2025"), byLevel)).isTrue();
    }

    /** S11. */
    @Test
    void keepsANoteFromThePatientForThirtyDays() {
        Observation note = density();
        note.getMeta().addSecurity(sensitivity("NOPAT"));
        note.addExtension(Consents.withheld(Clinic.NOON.minusSeconds(60).toString()));

        assertThat(clinic.reads(OWNER, note)).isFalse();
        assertThat(clinic.reads(Clinic.NOON.plus(java.time.Duration.ofDays(31)), OWNER, note))
                .isTrue();
    }

    /** S15. */
    @Test
    void exceptsOnePerson() {
        Consent consent = with(
                permit(),
                root -> root.addPurpose(purpose("TREAT"))
                        .addProvision(nested(DENY, tom -> actor(tom, "Practitioner/tom"))));

        assertThat(clinic.reads(TOM, density(), consent)).isFalse();
        assertThat(clinic.reads(SORA, density(), consent)).isTrue();
    }

    /** S16. */
    @Test
    void exceptsOnePersonFromAnException() {
        Consent consent = with(
                permit(),
                root -> root.addProvision(nested(DENY, org -> {
                    actor(org, "Organization/b");
                    org.addProvision(nested(PERMIT, bo -> actor(bo, "Practitioner/bo")));
                })));

        assertThat(clinic.reads(BO, density(), consent)).isTrue();
        assertThat(clinic.reads(ROY, density(), consent)).isFalse();
    }

    /** S17. */
    @Test
    void deniesWhenSiblingsDisagree() {
        Consent consent = with(
                permit(), root -> root.addProvision(nested(PERMIT, all -> {})).addProvision(nested(DENY, all -> {})));

        assertThat(clinic.reads(SORA, density(), consent)).isFalse();
    }

    /** S18. */
    @Test
    void opensMoreToOnePerson() {
        Consent consent = with(
                permit(),
                root -> root.addSecurityLabel(confidentiality("N")).addProvision(nested(PERMIT, sora -> {
                    sora.addSecurityLabel(confidentiality("R"));
                    actor(sora, "Practitioner/sora");
                })));

        assertThat(clinic.reads(SORA, study("2025"), consent)).isTrue();
        assertThat(clinic.reads(TOM, study("2025"), consent)).isFalse();
    }

    /** S19. */
    @Test
    void permitsWhatLiesInsideTheYearOfTheClinic() {
        Consent consent = with(permit(), root -> root.setDataPeriod(period("2025", "2025")));

        assertThat(clinic.reads(SORA, study("2024"), consent)).isFalse();
        assertThat(clinic.reads(SORA, study("2025-12-31T23:30:00+01:00"), consent))
                .isTrue();
        assertThat(clinic.reads(SORA, study("2025-12-31T23:00:00Z"), consent)).isFalse();
        assertThat(clinic.reads(SORA, study("2024-12-31T23:00:00Z"), consent)).isTrue();
    }

    /** S20. */
    @Test
    void deniesWhatTouchesTheYear() {
        Consent consent = with(
                permit(), root -> root.addProvision(nested(DENY, part -> part.setDataPeriod(period("2025", "2025")))));
        Observation lateResult = density().setEffective(new DateTimeType("2024"));
        assertThat(clinic.reads(SORA, lateResult, consent)).isTrue();

        lateResult.setIssuedElement(new org.hl7.fhir.r4.model.InstantType("2025-01-01T00:00:00+01:00"));
        assertThat(clinic.reads(SORA, lateResult, consent)).isFalse();
    }

    /** S21. */
    @Test
    void withholdsAPictureUnderEveryName() {
        Consent consent = with(deny(), root -> data(root, ConsentDataMeaning.INSTANCE, "Media/m1"));

        assertThat(clinic.reads(SORA, picture(), consent)).isFalse();
        assertThat(clinic.reads(SORA, file(), consent)).isFalse();
        assertThat(clinic.reads(SORA, copy(), consent)).isFalse();
        assertThat(clinic.reads(SORA, labelled(picture(), "Media/m2", "R"), consent))
                .as("another resource with the same file")
                .isFalse();
        assertThat(clinic.reads(SORA, study("2025"), consent)).isTrue();
    }

    /** S22. */
    @Test
    void withholdsAVisitWithWhatHangsOnItBothWays() {
        Consent consent = with(deny(), root -> data(root, ConsentDataMeaning.RELATED, "Encounter/e1"));

        assertThat(clinic.reads(SORA, labelled(new Encounter(), "Encounter/e1", "N"), consent))
                .isFalse();
        assertThat(clinic.reads(SORA, seenIn(density(), "Encounter/e1"), consent))
                .isFalse();
        assertThat(clinic.reads(SORA, labelled(new Observation(), "Observation/reason", "N"), consent))
                .isFalse();
        assertThat(clinic.reads(SORA, seenIn(density(), "Encounter/e2"), consent))
                .isTrue();
    }

    /** S23. */
    @Test
    void withholdsWhatOnePersonMade() {
        Consent consent = with(deny(), root -> data(root, ConsentDataMeaning.AUTHOREDBY, "Practitioner/bo"));
        Reference bo = new Reference("Practitioner/bo");
        Procedure recorded = labelled(new Procedure().setRecorder(bo), "Procedure/p1", "N");
        Observation told = density();
        told.setId("Observation/told");

        assertThat(clinic.reads(SORA, density().addPerformer(bo), consent)).isFalse();
        assertThat(clinic.reads(SORA, recorded, consent)).isFalse();
        assertThat(clinic.reads(SORA, told, consent)).isFalse();
        assertThat(clinic.reads(SORA, density(), consent)).isTrue();
        assertThat(clinic.reads(OWNER, density().addPerformer(bo), consent)).isTrue();
    }

    /** S24. */
    @Test
    void withholdsAType() {
        Consent studies = with(deny(), root -> root.addClass_(new Coding(RESOURCE_TYPES, "ImagingStudy", null)));
        Consent pictures = with(deny(), root -> root.addClass_(new Coding(RESOURCE_TYPES, "Media", null)));

        assertThat(clinic.reads(SORA, study("2025"), studies)).isFalse();
        assertThat(clinic.reads(SORA, picture(), studies)).isTrue();
        assertThat(clinic.reads(SORA, picture(), pictures)).isFalse();
        assertThat(clinic.reads(SORA, file(), pictures)).isFalse();
        assertThat(clinic.reads(SORA, copy(), pictures)).isFalse();
        assertThat(clinic.reads(SORA, study("2025"), pictures)).isTrue();
    }

    /** S25. */
    @Test
    void withholdsWhatLiesBelowACode() {
        assertThat(clinic.reads(SORA, density(), with(deny(), root -> root.addCode(concept("urn:tree", "root")))))
                .isFalse();
        assertThat(clinic.reads(SORA, density(), with(deny(), root -> root.addCode(concept("urn:tree", "twig")))))
                .isTrue();
    }

    /** S26. */
    @Test
    void withholdsALevelAndAllAbove() {
        Consent consent = with(deny(), root -> root.addSecurityLabel(confidentiality("R")));

        assertThat(clinic.reads(SORA, density(), consent)).isTrue();
        assertThat(clinic.reads(SORA, labelled(new Observation(), "Observation/o2", "R"), consent))
                .isFalse();
        assertThat(clinic.reads(SORA, labelled(new Observation(), "Observation/o3", "V"), consent))
                .isFalse();
    }
}
