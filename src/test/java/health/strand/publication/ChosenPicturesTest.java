package health.strand.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pictures a consent lets be published. */
class ChosenPicturesTest {

    private static final String BASE = "https://clinic.example/fhir";

    private final ChosenPictures reader =
            new ChosenPictures(BASE, date -> date.getValue().toInstant());

    private static ProvisionComponent permit(String purpose, String... pictures) {
        ProvisionComponent provision = new ProvisionComponent().setType(ConsentProvisionType.PERMIT);
        if (!purpose.isEmpty()) {
            provision.addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", purpose, null));
        }
        for (String picture : pictures) {
            provision.addData().setMeaning(ConsentDataMeaning.INSTANCE).setReference(new Reference(picture));
        }
        return provision;
    }

    private static Consent consent(ProvisionComponent root) {
        return new Consent().setStatus(ConsentState.ACTIVE).setProvision(root);
    }

    private static Coding label(String code) {
        return new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", code, null);
    }

    @Test
    void takesThePicturesAPermitForMarketingNames() {
        assertThat(reader.of(consent(permit(
                        "HMARKT", "Media/a", "Media/b/_history/3", BASE + "/Media/c", "Media/a", "Binary/d", "#e"))))
                .extracting(ChosenPicture::original)
                .containsExactly("Media/a", "Media/b", "Media/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TREAT", "HRESCH", "HOPERAT"})
    void takesNoneForAnotherPurposeOrForNone(String purpose) {
        assertThat(reader.of(consent(permit(purpose, "Media/a")))).isEmpty();
    }

    @Test
    void takesNoneThatIsDeniedOrMeantOtherwise() {
        ProvisionComponent denial = permit("HMARKT", "Media/a").setType(ConsentProvisionType.DENY);
        ProvisionComponent related = permit("HMARKT", "Media/a");
        related.getDataFirstRep().setMeaning(ConsentDataMeaning.RELATED);

        assertThat(reader.of(consent(denial))).isEmpty();
        assertThat(reader.of(consent(related))).isEmpty();
        assertThat(reader.of(consent(permit("HMARKT")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"ACTIVE", "NULL"},
            mode = EnumSource.Mode.EXCLUDE)
    void takesNoneOfAConsentThatIsNotActive(ConsentState status) {
        assertThat(reader.of(consent(permit("HMARKT", "Media/a")).setStatus(status)))
                .isEmpty();
    }

    @Test
    void readsInANestedProvisionWhatItHasFromTheOneAroundIt() {
        ProvisionComponent root = permit("HMARKT").setType(ConsentProvisionType.DENY);
        root.addProvision(permit("", "Media/a"));
        root.addProvision(permit("TREAT", "Media/b"));

        assertThat(reader.of(consent(root))).containsExactly(new ChosenPicture("Media/a", false, null));
    }

    @Test
    void seesWhetherWhatShowsSomebodyIsPermittedByName() {
        ProvisionComponent root = permit("HMARKT", "Media/a").addSecurityLabel(label("N"));
        root.addProvision(permit("", "Media/b").addSecurityLabel(label("IDS")));

        assertThat(reader.of(consent(root)))
                .containsExactly(new ChosenPicture("Media/a", false, null), new ChosenPicture("Media/b", true, null));
    }

    @Test
    void knowsWhenShowingMayBegin() {
        ProvisionComponent root = permit("HMARKT", "Media/a")
                .setPeriod(new Period().setStartElement(new DateTimeType("2026-12-01T00:00:00Z")));
        ChosenPicture chosen = reader.of(consent(root)).get(0);

        assertThat(chosen.hasBegun(Instant.parse("2026-11-30T23:59:59Z"))).isFalse();
        assertThat(chosen.hasBegun(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
    }
}
