package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.concept;
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

import health.strand.access.PatientId;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consent must hold before it is stored. */
class ConsentRulesTest {

    private static final Instant VERIFIED = Instant.parse("2024-06-24T08:00:00Z");
    private static final Instant REVOKED = Instant.parse("2024-06-25T08:00:00Z");
    private static final Instant NOON = Instant.parse("2024-06-24T10:00:00Z");

    /** Pat decides for Ana from the morning of the day to the morning after. */
    private static final Mandates PAT = (person, patient, at) -> person.equals("RelatedPerson/pat")
            && patient.equals(new PatientId("ana"))
            && !at.isBefore(VERIFIED)
            && at.isBefore(REVOKED);

    private final ConsentRules rules = new ConsentRules(
            BERLIN, Set.of(Canonical.POLICY + "imaging-1", Canonical.POLICY + "imaging-2"), PAT, Optional.empty());

    @Test
    void findsNothingWrongWithAGoodConsent() {
        assertThat(rules.problems(permit(), NOON, false)).isEmpty();
        assertThat(rules.problems(deny(), NOON, false)).isEmpty();
    }

    /** A withdrawal never fails. */
    @ParameterizedTest
    @EnumSource(value = ConsentState.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void holdsOnlyActiveConsentsAgainstTheRules(ConsentState status) {
        Consent consent = with(permit().setPerformer(List.of()), root -> root.setType(DENY))
                .setStatus(status);

        assertThat(rules.problems(consent, NOON, false)).isEmpty();
    }

    /** S44. */
    @ParameterizedTest
    @ValueSource(strings = {"imaging-3", "imaging", "marketing-1", "imaging-1|2"})
    void refusesATextOrVersionTheClinicDoesNotHave(String policy) {
        Consent consent = permit();
        consent.addPolicy().setUri(Canonical.POLICY + policy);

        assertThat(found(consent)).containsExactly("Consent.policy[1].uri hr-consent-policy");
    }

    @Test
    void refusesAConsentThatNamesNoText() {
        assertThat(found(permit().setPolicy(List.of()))).containsExactly("Consent.policy hr-consent-policy");
        Consent authorityOnly = permit().setPolicy(null);
        authorityOnly.addPolicy().setAuthority("urn:authority");
        assertThat(found(authorityOnly)).containsExactly("Consent.policy[0].uri hr-consent-policy");
    }

    /** S45. */
    @Test
    void refusesWhatCannotBeEvaluated() {
        Consent modified = permit();
        modified.getProvision().addModifierExtension(new Extension("urn:unless", new StringType("it rains")));

        assertThat(found(modified)).containsExactly("Consent.provision.modifierExtension hr-consent-shape");
        assertThat(found(nestedDeep(permit(), 9)))
                .containsExactly("Consent" + ".provision".concat(".provision[0]".repeat(8)) + " hr-consent-shape");
        assertThat(found(nestedDeep(permit(), 8))).isEmpty();
    }

    @Test
    void refusesPurposesAndLabelsNobodyKnows() {
        Consent consent = with(
                permit(),
                root -> root.addPurpose(purpose("TREAT"))
                        .addPurpose(purpose("FUN"))
                        .addProvision(nested(DENY, part -> part.addSecurityLabel(sensitivity("XYZ")))));

        assertThat(found(consent))
                .containsExactly(
                        "Consent.provision.purpose[1] hr-consent-code",
                        "Consent.provision.provision[0].securityLabel[0] hr-consent-code");
    }

    /** What would not hold under the clinic's law is not taken, in whichever of the two ways it is said. */
    @Test
    void refusesToCloseDataInEmergenciesWhereTheLawKnowsNoSuchThing() {
        ConsentRules british =
                new ConsentRules(BERLIN, Set.of(Canonical.POLICY + "imaging-1"), PAT, Optional.of("United Kingdom"));
        Consent byCategory = deny().addCategory(concept(CodeSystems.CONSENT_KIND, "absolute-restriction"));
        Consent byPurpose = with(deny(), root -> root.addPurpose(purpose("BTG")));
        Consent inherited = with(
                permit(),
                root -> root.addPurpose(purpose("TREAT"))
                        .addPurpose(purpose("BTG"))
                        .addProvision(nested(DENY, part -> {})));
        Consent permitting = with(permit(), root -> root.addPurpose(purpose("BTG")));

        for (Consent closing : List.of(byCategory, byPurpose, inherited)) {
            assertThat(british.problems(closing, NOON, false))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.rule()).isEqualTo("hr-consent-law"))
                    .satisfies(problem -> assertThat(problem.text())
                            .startsWith("the law of `United Kingdom` lets nobody close data in emergencies")
                            .endsWith("the same holds in all but those"));
            assertThat(found(closing)).isEmpty();
        }
        assertThat(british.problems(permitting, NOON, false)).isEmpty();
        assertThat(british.problems(deny(), NOON, false)).isEmpty();
    }

    /** S46. */
    @Test
    void refusesADirectionThatContradictsItself() {
        assertThat(found(with(permit(), root -> root.setType(DENY))))
                .containsExactly("Consent.policyRule hr-consent-direction");
        assertThat(found(with(deny(), root -> root.setType(PERMIT))))
                .containsExactly("Consent.policyRule hr-consent-direction");
        assertThat(found(with(permit().setPolicyRule(null), root -> root.setType(null))))
                .containsExactly("Consent.policyRule hr-consent-direction");
    }

    @Test
    void refusesAPeriodThatIsOverBeforeItBegins() {
        assertThat(found(with(permit(), root -> root.setPeriod(period("2026", "2025")))))
                .containsExactly("Consent.provision.period hr-consent-period");
    }

    /** S47. A date without a time may have been its last moment, which is 22:00 in UTC here. */
    @ParameterizedTest
    @CsvSource({
        "2024-06-24, 2024-06-25T22:00:00Z, true",
        "2024-06-24, 2024-06-25T22:00:00.001Z, false",
        "2024-06-24T12:00:00+02:00, 2024-06-25T10:00:00Z, true",
        "2024-06-24T12:00:00+02:00, 2024-06-25T10:00:00.001Z, false",
    })
    void refusesAPermitOfMoreThanADayAgo(String date, Instant now, boolean fine) {
        Consent consent = permit().setDateTimeElement(new DateTimeType(date));

        assertThat(rules.problems(consent, now, false).isEmpty()).isEqualTo(fine);
        assertThat(rules.problems(consent, now, true)).isEmpty();
    }

    @Test
    void refusesOnlyPermitsForBeingOld() {
        Instant later = Instant.parse("2025-01-01T00:00:00Z");
        Consent exception = with(deny(), root -> root.addProvision(nested(PERMIT, part -> {})));
        Consent byRuleAlone = with(permit(), root -> root.setType(null));

        assertThat(rules.problems(deny(), later, false)).isEmpty();
        assertThat(rules.problems(exception, later, false))
                .extracting(ConsentProblem::element)
                .containsExactly("Consent.dateTime");
        assertThat(rules.problems(byRuleAlone, later, false))
                .extracting(ConsentProblem::rule)
                .containsExactly("hr-consent-date");
    }

    @Test
    void refusesADecisionOfTheFutureButNotOneForTheFuture() {
        Consent ofTomorrow = deny().setDateTimeElement(new DateTimeType("2024-06-25"));
        Consent forTomorrow = with(permit(), root -> root.setPeriod(period("2024-06-25", null)));

        assertThat(found(ofTomorrow)).containsExactly("Consent.dateTime hr-consent-date");
        assertThat(rules.problems(ofTomorrow, NOON, true)).hasSize(1);
        assertThat(found(forTomorrow)).isEmpty();
        assertThat(found(deny().setDateTimeElement(new DateTimeType("2024-06-24T12:00:00+02:00"))))
                .isEmpty();
    }

    /** S47. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Patient/ben", "Practitioner/sora", "Organization/clinic", "RelatedPerson/tom", "#pat", "pat"})
    void refusesPerformersWithoutAMandate(String performer) {
        assertThat(found(permit().addPerformer(new Reference(performer))))
                .containsExactly("Consent.performer[1] hr-consent-performer");
    }

    @Test
    void refusesAConsentNobodyGave() {
        assertThat(found(permit().setPerformer(List.of()))).containsExactly("Consent.performer hr-consent-performer");
    }

    /** S66, S67, S71: valid when it was decided, whenever it is stored. */
    @ParameterizedTest
    @CsvSource({
        "2024-06-24T07:59:59Z, 2024-06-24T10:00:00Z, false",
        "2024-06-24T08:00:00Z, 2024-06-24T10:00:00Z, true",
        "2024-06-25T07:59:59Z, 2024-06-25T10:00:00Z, true",
        "2024-06-25T08:00:00Z, 2024-06-25T10:00:00Z, false",
        "2024-06-24, 2024-06-24T07:59:59Z, false",
        "2024-06-24, 2024-06-24T08:00:00Z, true",
        "2024-06-24, 2024-06-25T10:00:00Z, true",
        ", 2024-06-24T10:00:00Z, true",
        ", 2024-06-25T10:00:00Z, false",
    })
    void takesTheWordOfWhoHasAMandateAtThatTime(String date, Instant now, boolean fine) {
        Consent consent = permit().setDateTimeElement(date == null ? null : new DateTimeType(date))
                .setPerformer(List.of(new Reference("RelatedPerson/pat/_history/2")));

        assertThat(rules.problems(consent, now, false).isEmpty()).isEqualTo(fine);
        assertThat(rules.problems(consent.setPatient(new Reference("Patient/ben")), now, false))
                .isNotEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Consent consent = with(permit().setPerformer(List.of()), root -> root.addPurpose(purpose("FUN")));
        consent.getPolicyFirstRep().setUri("urn:none");

        assertThat(found(consent)).hasSize(3);
    }

    /** What it says goes into answers and logs. */
    @Test
    void repeatsNothingOfTheConsent() {
        Consent consent = with(permit(), root -> root.addPurpose(purpose("SECRET")));
        consent.addPerformer(new Reference("Practitioner/SECRET"));
        consent.addPolicy().setUri("urn:SECRET");

        assertThat(rules.problems(consent, NOON, false))
                .hasSize(3)
                .noneMatch(problem -> problem.toString().contains("SECRET"));
    }

    private List<String> found(Consent consent) {
        return rules.problems(consent, NOON, false).stream()
                .map(problem -> problem.element() + " " + problem.rule())
                .toList();
    }
}
