package health.strand.consent;

import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.permit;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which consents are about the same: S41, S42. */
class TopicsTest {

    @Test
    void isOfOneTopicInAnyVersionAndDirection() {
        Consent later = deny();
        later.getPolicyFirstRep().setUri(Canonical.POLICY + "imaging-2");

        assertThat(Topics.of(later)).isPresent().isEqualTo(Topics.of(permit()));
    }

    @Test
    void isOfAnotherTopicByKindOrPolicy() {
        Consent marketing = permit().setCategory(List.of(concept(CodeSystems.CONSENT_KIND, "marketing")));
        Consent otherText = permit();
        otherText.getPolicyFirstRep().setUri(Canonical.POLICY + "imaging-abroad-1");

        assertThat(Topics.of(marketing)).isNotEqualTo(Topics.of(permit()));
        assertThat(Topics.of(otherText)).isNotEqualTo(Topics.of(permit()));
    }

    @Test
    void doesNotHangOnTheOrderNorOnOtherCategories() {
        Consent consent = permit();
        consent.setCategory(List.of(
                concept("urn:other", "x"),
                consent.getCategory().get(1),
                consent.getCategory().get(0)));

        assertThat(Topics.of(consent)).isEqualTo(Topics.of(permit()));
    }

    @Test
    void goesByItsCategoriesWhereItHasNoKindOfOurs() {
        Consent one = permit().setCategory(List.of(concept(CodeSystems.LOINC, "59284-0"), concept("urn:other", "x")));
        Consent other = permit().setCategory(List.of(concept("urn:other", "y")));

        assertThat(Topics.of(one).orElseThrow().kinds()).containsExactly("urn:other|x");
        assertThat(Topics.of(one)).isNotEqualTo(Topics.of(other));
    }

    @Test
    void hasNoTopicWhenItSaysNothing() {
        assertThat(Topics.of(new Consent().addCategory(concept(CodeSystems.LOINC, "59284-0"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://strand.health/policy/imaging-1, https://strand.health/policy/imaging",
        "https://strand.health/policy/imaging-12.3.1, https://strand.health/policy/imaging",
        "https://strand.health/policy/imaging|2, https://strand.health/policy/imaging",
        "https://strand.health/policy/imaging-1|2026-a, https://strand.health/policy/imaging",
        "https://strand.health/policy/marketing-contact-1, https://strand.health/policy/marketing-contact",
        "https://strand.health/policy/imaging, https://strand.health/policy/imaging",
        "urn:law:2025-327, urn:law:2025-327",
        "urn:law:2025-327|2, urn:law:2025-327",
    })
    void takesTheVersionOffAPolicy(String policy, String expected) {
        assertThat(Topics.withoutVersion(policy)).isEqualTo(expected);
    }
}
