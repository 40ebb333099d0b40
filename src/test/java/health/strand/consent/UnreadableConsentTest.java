package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.RESOURCE_TYPES;
import static health.strand.consent.Consents.action;
import static health.strand.consent.Consents.actor;
import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.data;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.nested;
import static health.strand.consent.Consents.nestedDeep;
import static health.strand.consent.Consents.period;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.purpose;
import static health.strand.consent.Consents.sensitivity;
import static health.strand.consent.Consents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hl7.fhir.r4.model.Consent.ConsentProvisionType.DENY;
import static org.hl7.fhir.r4.model.Consent.ConsentProvisionType.PERMIT;

import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.access.Readability;
import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** S45, S46: what nobody here can evaluate denies when anything in it denies, and permits nothing otherwise. */
class UnreadableConsentTest {

    private static final Extension EXTENSION = new Extension("urn:unless", new StringType("it rains"));

    private final ConsentReader reader = new ConsentReader(BERLIN, Set.of(), KnownRecord.EMPTY);

    /** What is wrong, and how the root is made so. */
    static Stream<Arguments> unreadable() {
        return Stream.of(
                wrong("provision.modifierExtension", root -> root.addModifierExtension(EXTENSION.copy())),
                wrong("provision.actor[0].modifierExtension", root -> {
                    actor(root, "Practitioner/sora");
                    root.getActorFirstRep().addModifierExtension(EXTENSION.copy());
                }),
                wrong("provision.data[0].modifierExtension", root -> {
                    data(root, ConsentDataMeaning.INSTANCE, "Media/m1");
                    root.getDataFirstRep().addModifierExtension(EXTENSION.copy());
                }),
                wrong(
                        "provision.period.start",
                        root -> root.getPeriod().getStartElement().addExtension(EXTENSION.copy())),
                wrong("provision.period", root -> root.setPeriod(period("2026", "2025"))),
                wrong("provision.dataPeriod", root -> root.setDataPeriod(period("2025-03-01", "2025-02-28"))),
                wrong("provision.actor[0].reference", root -> actor(root, new Reference().setDisplay("Sora"))),
                wrong("provision.actor[0].reference", root -> actor(root, "#sora")),
                wrong(
                        "provision.actor[0].role",
                        root -> root.addActor()
                                .setRole(concept(CodeSystems.CLINIC_ROLE, "nurse"))
                                .setReference(new Reference("CareTeam/team"))),
                wrong("provision.purpose[0]", root -> root.addPurpose(purpose("FUN"))),
                wrong("provision.purpose[0]", root -> root.addPurpose(new Coding("urn:other", "TREAT", null))),
                wrong("provision.action[0]", root -> root.addAction(action("admire"))),
                wrong("provision.securityLabel[0]", root -> root.addSecurityLabel(sensitivity("XYZ"))),
                wrong("provision.securityLabel[0]", root -> root.addSecurityLabel(new Coding("urn:other", "N", null))),
                wrong("provision.class[0]", root -> root.addClass_(new Coding(RESOURCE_TYPES, "Tricorder", null))),
                wrong("provision.class[0]", root -> root.addClass_(new Coding("urn:other", "Media", null))),
                wrong("provision.class[0]", root -> root.addClass_(new Coding().setCode("Media"))),
                wrong("provision.data[0].meaning", root -> root.addData().setReference(new Reference("Media/m1"))),
                wrong(
                        "provision.data[0].reference",
                        root -> root.addData()
                                .setMeaning(ConsentDataMeaning.INSTANCE)
                                .setReference(new Reference().setDisplay("the picture"))),
                wrong("provision.provision[0].type", root -> root.addProvision().addPurpose(purpose("TREAT"))));
    }

    private static Arguments wrong(String element, Consumer<ProvisionComponent> how) {
        return Arguments.of(element, how);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void deniesWhenItHoldsADeny(String element, Consumer<ProvisionComponent> how) {
        assertThat(reader.read(with(deny(), how))).contains(directive(true));
        assertThat(reader.read(with(with(permit(), root -> root.addProvision(nested(DENY, each -> {}))), root -> {
                    // the one that cannot be read stands first, as its element says
                    List<ProvisionComponent> after = List.copyOf(root.getProvision());
                    root.getProvision().clear();
                    how.accept(root);
                    after.forEach(root::addProvision);
                })))
                .contains(directive(true));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void permitsNothingWhenItHoldsNone(String element, Consumer<ProvisionComponent> how) {
        // a nested provision that does not say which of the two it is may be a denial
        boolean mayDeny = element.endsWith("provision[0].type");

        assertThat(reader.read(with(permit(), how))).contains(directive(mayDeny));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhereItIsWrong(String element, Consumer<ProvisionComponent> how) {
        assertThat(reader.problems(with(permit(), how)))
                .extracting(ConsentProblem::element)
                .containsExactly("Consent." + element);
    }

    @Test
    void doesNotReadTextWithoutACodeInADenial() {
        CodeableConcept text = new CodeableConcept().setText("hair");

        assertThat(reader.read(with(deny(), root -> root.addCode(text)))).contains(directive(true));
        assertThat(reader.read(with(permit(), root -> root.addCode(text)))
                        .orElseThrow()
                        .readability())
                .isEqualTo(Readability.READABLE);
    }

    /** An exception from it would have the text from it, and except nothing. */
    @Test
    void doesNotReadTextWithoutACodeAroundADenial() {
        Consent consent = with(
                permit(),
                root -> root.addProvision(nested(
                        PERMIT,
                        hair -> hair.addCode(new CodeableConcept().setText("hair"))
                                .addProvision(nested(
                                        PERMIT,
                                        deeper -> deeper.addProvision(
                                                nested(DENY, tom -> actor(tom, "Practitioner/tom"))))))));

        assertThat(reader.read(consent)).contains(directive(true));
        assertThat(reader.problems(consent))
                .extracting(ConsentProblem::element)
                .containsExactly("Consent.provision.provision[0].code[0]");
    }

    @Test
    void doesNotReadModifiersOutsideTheRules() {
        Consent modified = permit();
        modified.addModifierExtension(EXTENSION.copy());
        Consent underOtherRules = permit();
        underOtherRules.setImplicitRules("urn:rules");
        Consent onAModifiedPolicy = permit();
        onAModifiedPolicy.getPolicyFirstRep().addModifierExtension(EXTENSION.copy());

        assertThat(Stream.of(modified, underOtherRules, onAModifiedPolicy).map(reader::read))
                .allSatisfy(found -> assertThat(found).contains(directive(false)));
    }

    @Test
    void passesOverExtensionsThatModifyNothing() {
        Consent consent = permit();
        consent.addExtension(EXTENSION.copy());
        consent.getProvision().addExtension(EXTENSION.copy());
        consent.getProvision().setId("p1");

        assertThat(reader.read(consent).orElseThrow().readability()).isEqualTo(Readability.READABLE);
    }

    @Test
    void doesNotReadAnElementItDoesNotKnow() {
        Consent consent = permit();
        consent.setProvision(new Exclusive());
        consent.getProvision().setType(PERMIT);

        assertThat(reader.problems(consent))
                .extracting(ConsentProblem::element)
                .containsExactly("Consent.provision.exclusively");
        assertThat(reader.read(consent)).contains(directive(false));
    }

    @Test
    void goesNoDeeperThanEight() {
        assertThat(reader.read(nestedDeep(permit(), 9))).contains(directive(false));
        assertThat(reader.read(nestedDeep(deny(), 9))).contains(directive(true));
        assertThat(reader.read(nestedDeep(permit(), 20_000))).contains(directive(false));
    }

    @Test
    void findsTheDenialHoweverDeep() {
        Consent consent = nestedDeep(permit(), 9);
        ProvisionComponent innermost = consent.getProvision();
        while (innermost.hasProvision()) {
            innermost = innermost.getProvisionFirstRep();
        }
        innermost.setType(DENY);

        assertThat(reader.read(consent)).contains(directive(true));
    }

    @Test
    void readsAThousandProvisionsAndNoMore() {
        Consent consent = permit();
        for (int count = 1; count < 1_000; count++) {
            consent.getProvision().addProvision().setType(PERMIT);
        }
        assertThat(reader.read(consent).orElseThrow().readability()).isEqualTo(Readability.READABLE);

        consent.getProvision().addProvision().setType(PERMIT);
        assertThat(reader.read(consent)).contains(directive(false));
        consent.getProvision().getProvision().get(999).setType(DENY);
        assertThat(reader.read(consent)).contains(directive(true));
    }

    /** C1, S46. */
    @Test
    void doesNotReadAPolicyRuleThatDisagreesWithTheRoot() {
        assertThat(reader.read(with(permit(), root -> root.setType(DENY)))).contains(directive(true));
        assertThat(reader.read(with(deny(), root -> root.setType(PERMIT)))).contains(directive(true));
    }

    @Test
    void doesNotReadAPolicyRuleItDoesNotKnow() {
        Consent emergencies = permit().setPolicyRule(concept(CodeSystems.ACT_CODE, "EMRGONLY"));
        Consent both = permit();
        both.getPolicyRule().addCoding(new Coding(CodeSystems.ACT_CODE, "OPTOUT", null));

        assertThat(reader.read(emergencies)).contains(directive(false));
        assertThat(reader.read(both)).contains(directive(true));
    }

    @Test
    void takesWhatSaysNeitherYesNorNoForANo() {
        Consent consent = permit().setPolicyRule(null);
        consent.getProvision().setType(null);

        assertThat(reader.read(consent)).contains(directive(true));
    }

    @Test
    void takesATypeWithoutAValueForANo() {
        Consent consent = permit();
        consent.getProvision().setType(null);
        consent.getProvision().getTypeElement().addExtension(EXTENSION.copy());

        assertThat(reader.read(consent)).contains(directive(true));
    }

    @Test
    void leavesOutWhatTakesNoPartEvenIfItCannotBeRead() {
        Consent consent = with(deny(), root -> root.addPurpose(purpose("FUN")));

        assertThat(reader.read(consent.setScope(null))).isEmpty();
    }

    private static ConsentDirective directive(boolean denies) {
        return ConsentDirective.unreadable("Consent/c1", "3", new PatientId("ana"), denies);
    }

    /** A provision of another version of the standard, with one element more. */
    private static final class Exclusive extends ProvisionComponent {
        private static final long serialVersionUID = 1L;

        @Override
        protected void listChildren(List<Property> children) {
            super.listChildren(children);
            children.add(new Property("exclusively", "string", "", 0, 1, new StringType("yes")));
        }
    }
}
