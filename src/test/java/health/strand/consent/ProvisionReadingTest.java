package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.RESOURCE_TYPES;
import static health.strand.consent.Consents.action;
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

import health.strand.access.Action;
import health.strand.access.ActorCriterion;
import health.strand.access.AuthorCriterion;
import health.strand.access.ClassCriterion;
import health.strand.access.CodeCriterion;
import health.strand.access.Confidentiality;
import health.strand.access.ConsentDirective;
import health.strand.access.DataCriterion;
import health.strand.access.DependentsCriterion;
import health.strand.access.Effect;
import health.strand.access.InstanceCriterion;
import health.strand.access.Provision;
import health.strand.access.PurposeOfUse;
import health.strand.access.RelatedCriterion;
import health.strand.access.Span;
import health.strand.profiles.Canonical;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each element of a provision is read into. */
class ProvisionReadingTest {

    private final ConsentReader reader = new ConsentReader(
            BERLIN,
            Set.of(),
            new KnownRecord(
                    Map.of("Media/m1", Set.of("Patient/ana"), "Encounter/e1", Set.of("Location/l1")), Map.of()));

    @Test
    void readsEveryActorWithWhetherTheRecordKnowsIt() {
        Provision root = root(permit(), provision -> {
            actor(provision, "CareTeam/team/_history/4");
            actor(provision, "Practitioner/nobody");
        });

        assertThat(root.actors())
                .containsExactly(
                        ActorCriterion.of("CareTeam/team"), new ActorCriterion("Practitioner/nobody", Set.of(), false));
    }

    /** S34: opens nothing, and still denies by what it says. */
    @Test
    void keepsTheIdentifierOfAnActorThatDoesNotResolve() {
        Identifier number = new Identifier().setSystem("urn:gln").setValue("7");
        Provision root = root(deny(), provision -> {
            actor(provision, new Reference().setIdentifier(number));
            actor(
                    provision,
                    new Reference("Organization/nobody")
                            .setIdentifier(number.copy().setSystem(null)));
        });

        assertThat(root.actors())
                .containsExactly(
                        new ActorCriterion("urn:gln|7", Set.of("urn:gln|7"), false),
                        new ActorCriterion("Organization/nobody", Set.of("|7"), false));
    }

    @Test
    void readsPurposesActionsAndLabels() {
        Provision root = root(
                permit(),
                provision -> provision
                        .addPurpose(purpose("TREAT"))
                        .addPurpose(purpose("HRESCH"))
                        .addAction(action("access"))
                        .addAction(action("disclose"))
                        .addSecurityLabel(confidentiality("R"))
                        .addSecurityLabel(sensitivity("GDIS"))
                        .addSecurityLabel(new Coding("https://strand.health/fhir/CodeSystem/label", "SCALP", null)));

        assertThat(root.purposes()).containsExactlyInAnyOrder(PurposeOfUse.TREAT, PurposeOfUse.HRESCH);
        assertThat(root.actions()).containsExactlyInAnyOrder(Action.ACCESS, Action.DISCLOSE);
        assertThat(root.confidentialities()).containsExactly(Confidentiality.RESTRICTED);
        assertThat(root.sensitivities()).containsExactlyInAnyOrder("GDIS", "SCALP");
    }

    /** S19, S20. */
    @Test
    void readsTheYearTheDataIsFromInTheClinicsZone() {
        assertThat(root(permit(), provision -> provision.setDataPeriod(period("2025", "2025")))
                        .dataPeriod())
                .isEqualTo(new Span(Instant.parse("2024-12-31T23:00:00Z"), Instant.parse("2025-12-31T23:00:00Z")));
    }

    /** S24. */
    @Test
    void readsClassesOfEverySort() {
        String profile = Canonical.STRUCTURE + "hr-scalp-image";
        Provision root = root(
                deny(),
                provision -> provision
                        .addClass_(new Coding(RESOURCE_TYPES, "ImagingStudy", null))
                        .addClass_(new Coding(RESOURCE_TYPES, "DomainResource", null))
                        .addClass_(new Coding("urn:ietf:rfc:3986", profile + "|1.0", null))
                        .addClass_(
                                new Coding("urn:ietf:rfc:3986", "http://hl7.org/fhir/StructureDefinition/Media", null))
                        .addClass_(new Coding("urn:ietf:bcp:13", "application/pdf", null))
                        .addClass_(new Coding("http://loinc.org", "11506-3", null)));

        assertThat(root.classes())
                .containsExactly(
                        new ClassCriterion("ImagingStudy", Effect.DENY),
                        new ClassCriterion("DomainResource", Effect.DENY),
                        new ClassCriterion(profile, Effect.DENY),
                        new ClassCriterion("Media", Effect.DENY),
                        new ClassCriterion("application/pdf", Effect.DENY),
                        new CodeCriterion("http://loinc.org|11506-3"));
    }

    /** S25. */
    @Test
    void readsEveryCodingOfACode() {
        CodeableConcept hair = concept("urn:tree", "root").addCoding(new Coding(null, "local", null));
        hair.addCoding(new Coding().setDisplay("hair"));

        assertThat(root(deny(), provision -> provision.addCode(hair)).codes())
                .containsExactly(new CodeCriterion("urn:tree|root"), new CodeCriterion("|local"));
    }

    @Test
    void neverMatchesTextWithoutACodeInAPermit() {
        assertThat(root(permit(), provision -> provision.addCode(new CodeableConcept().setText("hair")))
                        .codes())
                .containsExactly(new CodeCriterion("none"));
    }

    /** S21, S23 and, for a target with two directions of its own, R4's reading of both. */
    @Test
    void readsSingleItemsAndWhatHangsOnThem() {
        Provision root = root(deny(), provision -> {
            data(provision, ConsentDataMeaning.INSTANCE, "Media/m1/_history/2");
            data(provision, ConsentDataMeaning.RELATED, "Media/m1");
            data(provision, ConsentDataMeaning.DEPENDENTS, "Media/m1");
            data(provision, ConsentDataMeaning.AUTHOREDBY, "Practitioner/bo");
        });

        assertThat(root.data())
                .containsExactly(
                        new InstanceCriterion("Media/m1"),
                        new RelatedCriterion("Media/m1", Set.of("Patient/ana")),
                        new DependentsCriterion("Media/m1"),
                        new AuthorCriterion("Practitioner/bo"));
    }

    /** C2, S22. */
    @ParameterizedTest
    @ValueSource(strings = {"Encounter", "CarePlan", "EpisodeOfCare", "ServiceRequest", "ImagingStudy"})
    void meansBothDirectionsByEitherWordForPiecesOfCare(String type) {
        DataCriterion related =
                new RelatedCriterion(type + "/e1", type.equals("Encounter") ? Set.of("Location/l1") : Set.of());

        for (ConsentDataMeaning meaning : Set.of(ConsentDataMeaning.RELATED, ConsentDataMeaning.DEPENDENTS)) {
            assertThat(root(deny(), provision -> data(provision, meaning, type + "/e1"))
                            .data())
                    .containsExactly(related);
        }
    }

    /** S15 to S18: what is absent stays absent, to be inherited. */
    @Test
    void keepsTheTreeAsItIsWritten() {
        Consent consent = with(
                permit(),
                root -> root.addSecurityLabel(confidentiality("N"))
                        .addProvision(nested(DENY, org -> {
                            actor(org, "Organization/b");
                            org.addProvision(nested(PERMIT, bo -> actor(bo, "Practitioner/bo")));
                        }))
                        .addProvision(nested(PERMIT, sora -> sora.addSecurityLabel(confidentiality("R")))));

        assertThat(read(consent).root().provisions())
                .containsExactly(
                        Provision.of(Effect.DENY)
                                .withActors(ActorCriterion.of("Organization/b"))
                                .withProvisions(
                                        Provision.of(Effect.PERMIT).withActors(ActorCriterion.of("Practitioner/bo"))),
                        Provision.of(Effect.PERMIT).withConfidentialities(Confidentiality.RESTRICTED));
    }

    @Test
    void readsThePeriodOfANestedProvisionAsItsOwn() {
        Consent consent = with(
                permit(),
                root -> root.addProvision(nested(DENY, part -> part.setPeriod(period("2026-03-29", "2026-03-29")))));

        assertThat(read(consent).root().provisions().get(0).period())
                .isEqualTo(new Span(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"7", "8"})
    void followsEightLevelsDown(int depth) {
        Provision innermost = read(Consents.nestedDeep(permit(), depth)).root();
        int levels = 1;
        while (!innermost.provisions().isEmpty()) {
            innermost = innermost.provisions().get(0);
            levels++;
        }

        assertThat(levels).isEqualTo(depth);
    }

    private Provision root(Consent consent, Consumer<ProvisionComponent> more) {
        return read(with(consent, more)).root();
    }

    private ConsentDirective read(Consent consent) {
        return reader.read(consent).orElseThrow();
    }
}
