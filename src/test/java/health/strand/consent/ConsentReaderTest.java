package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.period;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.with;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.PatientId;
import health.strand.access.Provision;
import health.strand.access.Readability;
import health.strand.access.Span;
import health.strand.profiles.CodeSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which consents take part, from when to when, and in which direction. */
class ConsentReaderTest {

    private static final Instant SIGNED = Instant.parse("2024-06-23T22:00:00Z");

    private final ConsentReader reader =
            new ConsentReader(BERLIN, Set.of("Organization/clinic", "urn:gln|4012"), KnownRecord.EMPTY);

    @Test
    void readsWhatHoldsFromItsDateOn() {
        assertThat(reader.read(permit()))
                .contains(new ConsentDirective(
                        "Consent/c1",
                        "3",
                        new PatientId("ana"),
                        false,
                        Provision.of(Effect.PERMIT).withPeriod(SIGNED, null),
                        Readability.READABLE));
    }

    /** S35, S38, S39. */
    @ParameterizedTest
    @EnumSource(value = ConsentState.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void leavesOutWhatIsNotActive(ConsentState status) {
        assertThat(reader.read(permit().setStatus(status))).isEmpty();
        assertThat(reader.read(deny().setStatus(status))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"patient-privacy, true", "research, true", "adr, false", "treatment, false"})
    void readsPrivacyAndResearchOnly(String scope, boolean takesPart) {
        Consent consent = permit().setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", scope));

        assertThat(reader.read(consent).isPresent()).isEqualTo(takesPart);
    }

    /** S43. */
    @Test
    void leavesOutWhatIsSaidToAnotherController() {
        assertThat(reader.read(deny().setOrganization(List.of(new Reference("Organization/other")))))
                .isEmpty();
        assertThat(reader.read(deny().setOrganization(List.of(new Reference().setDisplay("Other")))))
                .isEmpty();
    }

    @Test
    void readsWhatIsSaidToNobodyInParticularOrAmongOthersToUs() {
        Reference us = new Reference()
                .setIdentifier(new Identifier().setSystem("urn:gln").setValue("4012"));

        assertThat(reader.read(deny().setOrganization(List.of()))).isPresent();
        assertThat(reader.read(deny().addOrganization(new Reference("Organization/other"))))
                .isPresent();
        assertThat(reader.read(deny().setOrganization(List.of(us)))).isPresent();
        assertThat(reader.read(deny().setOrganization(List.of(new Reference("Organization/clinic/_history/2")))))
                .isPresent();
    }

    @Test
    void readsEveryControllersWhenItIsToldOfNone() {
        ConsentReader anybodys = new ConsentReader(BERLIN, Set.of(), KnownRecord.EMPTY);

        assertThat(anybodys.read(deny().setOrganization(List.of(new Reference("Organization/other")))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RelatedPerson/ana", "https://elsewhere.example/Patient/ana", "#ana", "Patient/"})
    void leavesOutWhatIsAboutNoPatientOfThisRecord(String patient) {
        assertThat(reader.read(deny().setPatient(new Reference(patient)))).isEmpty();
        assertThat(reader.read(deny().setPatient(new Reference()))).isEmpty();
    }

    /** S37; the later of date and start counts. */
    @ParameterizedTest
    @CsvSource({
        "2024-06-24, 2024-06-25, 2025-06, 2024-06-24T22:00:00Z, 2025-06-30T22:00:00Z",
        "2024-06-24, 2024-06-01, 2025-06, 2024-06-23T22:00:00Z, 2025-06-30T22:00:00Z",
        "2099, 2024-06-01, 2100, 2098-12-31T23:00:00Z, 2100-12-31T23:00:00Z",
        "2024-06-24, , 2024-06-24, 2024-06-23T22:00:00Z, 2024-06-24T22:00:00Z",
        "2024-06-24, 2024-06-24T09:00:00Z, , 2024-06-24T09:00:00Z, ",
    })
    void holdsInsideItsPeriodAndNotBeforeItsDate(String date, String from, String to, Instant start, Instant end) {
        Consent consent =
                with(permit().setDateTimeElement(new DateTimeType(date)), root -> root.setPeriod(period(from, to)));

        assertThat(read(consent).root().period()).isEqualTo(new Span(start, end));
    }

    /** S36: the last day of a period is the one on which the clock goes back and has 25 hours. */
    @Test
    void endsWithTheLastInstantOfItsLastDay() {
        Span inForce = inForce(with(permit(), root -> root.setPeriod(period(null, "2026-10-25"))));

        assertThat(inForce.contains(Instant.parse("2026-10-25T22:59:59.999Z"))).isTrue();
        assertThat(inForce.contains(Instant.parse("2026-10-25T23:00:00Z"))).isFalse();
    }

    /** S36: the first day is the one on which the clock goes forward. */
    @Test
    void startsWithTheFirstInstantOfItsFirstDay() {
        Span inForce = inForce(with(permit(), root -> root.setPeriod(period("2026-03-29", null))));

        assertThat(inForce.contains(Instant.parse("2026-03-28T22:59:59.999Z"))).isFalse();
        assertThat(inForce.contains(Instant.parse("2026-03-28T23:00:00Z"))).isTrue();
    }

    @Test
    void leavesOutWhatEndedBeforeItWasDecided() {
        assertThat(reader.read(with(deny(), root -> root.setPeriod(period(null, "2024-06-23")))))
                .isEmpty();
    }

    @Test
    void holdsAlwaysWithoutADate() {
        assertThat(read(permit().setDateTimeElement(null)).root()).isEqualTo(Provision.of(Effect.PERMIT));
    }

    /** C1. */
    @ParameterizedTest
    @CsvSource({"OPTIN, PERMIT", "OPTINR, PERMIT", "OPTOUT, DENY", "OPTOUTE, DENY"})
    void takesItsDirectionFromThePolicyRuleWhereTheRootHasNoType(String rule, Effect type) {
        Consent consent = permit().setPolicyRule(concept(CodeSystems.ACT_CODE, rule));
        consent.getProvision().setType(null);

        assertThat(read(consent).root().type()).isEqualTo(type);
    }

    @Test
    void takesItsDirectionFromTheRootWhereThereIsNoPolicyRule() {
        assertThat(read(deny().setPolicyRule(null)).root().type()).isEqualTo(Effect.DENY);
        assertThat(read(deny().setPolicyRule(concept("urn:law", "hipaa")))
                        .root()
                        .type())
                .isEqualTo(Effect.DENY);
    }

    @Test
    void readsAConsentWithoutAnyProvision() {
        Consent consent = deny();
        consent.setProvision(null);

        assertThat(read(consent).root()).isEqualTo(Provision.of(Effect.DENY).withPeriod(SIGNED, null));
    }

    @Test
    void knowsARestrictionThatHoldsInAnEmergency() {
        assertThat(read(deny().addCategory(concept(CodeSystems.CONSENT_KIND, "absolute-restriction")))
                        .absolute())
                .isTrue();
        assertThat(read(deny().addCategory(concept("urn:other", "absolute-restriction")))
                        .absolute())
                .isFalse();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles", "generated", "examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("Consent-")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEveryExampleOfTheGuide(Path file) throws IOException {
        Consent consent =
                FhirContext.forR4Cached().newJsonParser().parseResource(Consent.class, Files.readString(file));

        Optional<ConsentDirective> directive = reader.read(consent);

        assertThat(directive.isPresent()).isEqualTo(consent.getStatus() == ConsentState.ACTIVE);
        directive.ifPresent(found -> assertThat(found.readability()).isEqualTo(Readability.READABLE));
    }

    private Span inForce(Consent consent) {
        return Objects.requireNonNull(read(consent).root().period());
    }

    private ConsentDirective read(Consent consent) {
        return reader.read(consent).orElseThrow();
    }
}
