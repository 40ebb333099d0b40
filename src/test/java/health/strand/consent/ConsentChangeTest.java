package health.strand.consent;

import static health.strand.consent.Consents.actor;
import static health.strand.consent.Consents.data;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.nested;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.purpose;
import static health.strand.consent.Consents.sensitivity;
import static health.strand.consent.Consents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hl7.fhir.r4.model.Consent.ConsentProvisionType.DENY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receipt states of a consent. */
class ConsentChangeTest {

    @ParameterizedTest
    @CsvSource({
        ", ACTIVE, given",
        "PROPOSED, ACTIVE, given",
        "INACTIVE, ACTIVE, given",
        "ACTIVE, ACTIVE, changed",
        "ACTIVE, INACTIVE, withdrawn",
        "DRAFT, INACTIVE, withdrawn",
        "INACTIVE, INACTIVE, changed",
        "PROPOSED, REJECTED, refused",
        "ACTIVE, ENTEREDINERROR, voided",
        "ACTIVE, PROPOSED,",
        ", DRAFT,"
    })
    void namesWhatHasBecomeOfAConsent(@Nullable ConsentState before, ConsentState after, @Nullable String event) {
        Consent old = before == null ? null : permit().setStatus(before);

        assertThat(new ConsentChange(old, permit().setStatus(after), null)
                        .event()
                        .map(ConsentEvent::code))
                .isEqualTo(java.util.Optional.ofNullable(event));
    }

    @Test
    void tellsALapsedConsentFromAWithdrawnOne() {
        Consent ended = permit().setStatus(ConsentState.INACTIVE);

        assertThat(new ConsentChange(permit(), ended, null, true).event()).hasValue(ConsentEvent.EXPIRED);
        assertThat(new ConsentChange(permit(), ended, "Consent/c2", true).event())
                .hasValue(ConsentEvent.REPLACED);
        assertThat(new ConsentChange(permit(), permit(), null, true).event()).hasValue(ConsentEvent.CHANGED);
    }

    @Test
    void tellsAReplacedConsentFromAWithdrawnOne() {
        Map<String, Object> claims =
                new ConsentChange(permit(), permit().setStatus(ConsentState.INACTIVE), "Consent/c2").claims();

        assertThat(claims).containsEntry("event", "replaced").containsEntry("replaced_by", "Consent/c2");
    }

    @Test
    void saysWhatIsInForceOfANewConsent() {
        Consent consent = with(permit(), root -> {
            root.addPurpose(purpose("TREAT"));
            actor(root, "CareTeam/t/_history/4");
            data(root, ConsentDataMeaning.INSTANCE, "Media/m");
            root.addProvision(nested(DENY, part -> part.addSecurityLabel(sensitivity("GDIS"))));
        });

        assertThat(new ConsentChange(null, consent, null).claims())
                .containsEntry("event", "given")
                .containsEntry("consent", "Consent/c1")
                .containsEntry("version", "3")
                .containsEntry("status", "active")
                .containsEntry("stopped", List.of())
                .containsEntry("decided_by", List.of("Patient/ana"))
                .containsEntry("controllers", List.of("Organization/clinic"))
                .containsEntry("policies", List.of("https://strand.health/policy/imaging-1"))
                .containsEntry(
                        "rules",
                        List.of(Map.of(
                                "effect", "permit",
                                "purposes", List.of("TREAT"),
                                "recipients", List.of("CareTeam/t"),
                                "data", List.of("instance Media/m"),
                                "exceptions", List.of(Map.of("effect", "deny", "labels", List.of("GDIS"))))));
    }

    /** S56. */
    @Test
    void listsWhatStoppedWithAWithdrawal() {
        Consent consent = with(permit(), root -> root.addPurpose(purpose("HRESCH")));
        Consent withdrawn = consent.copy().setStatus(ConsentState.INACTIVE);

        assertThat(new ConsentChange(consent, withdrawn, null).claims())
                .containsEntry("event", "withdrawn")
                .containsEntry("rules", List.of())
                .containsEntry("stopped", List.of(Map.of("effect", "permit", "purposes", List.of("HRESCH"))));
    }

    @Test
    void stopsNothingWhenOnlyTheWordsAroundTheRulesChange() {
        Consent reworded = permit();
        reworded.setLanguage("de");

        assertThat(new ConsentChange(permit(), reworded, null).claims())
                .containsEntry("event", "changed")
                .containsEntry("stopped", List.of())
                .containsEntry("language", "de");
        assertThat(new ConsentChange(permit(), deny(), null).claims())
                .containsEntry("stopped", List.of(Map.of("effect", "permit")))
                .containsEntry("rules", List.of(Map.of("effect", "deny")));
    }

    @Test
    void takesTheDirectionOfARootWithoutTypeFromThePolicyRule() {
        Consent refusal = with(deny(), root -> root.setType(null));

        assertThat(new ConsentChange(null, refusal, null).claims())
                .containsEntry("rules", List.of(Map.of("effect", "deny")));
    }

    @Test
    void hashesTheFormThatWasSigned() {
        Consent consent = permit().setSource(
                        new Attachment().setLanguage("en").setData("abc".getBytes(StandardCharsets.US_ASCII)));

        assertThat(new ConsentChange(null, consent, null).claims())
                .containsEntry("language", "en")
                .containsEntry("source_sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** A receipt is shown around. */
    @Test
    void repeatsNothingInWhichANameMayStand() {
        Consent consent = permit().setSource(new Attachment().setTitle("SECRET"));
        consent.addPerformer(new Reference("RelatedPerson/r").setDisplay("SECRET"));
        consent.getPatient().setDisplay("SECRET");
        consent.getText().setDivAsString("<div>SECRET</div>");

        assertThat(new ConsentChange(null, consent, null).claims().toString())
                .contains("RelatedPerson/r")
                .doesNotContain("SECRET");
    }
}
