package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import health.strand.profiles.ProfileValidator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    private static final String BASE = "https://clinic.example/fhir";
    private static final Instant SINCE = Instant.parse("2026-11-02T08:00:00Z");
    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";

    private static final PortalProperties PORTAL = new PortalProperties(
            "My hair", "For patients of both houses.", URI.create("https://my.hair.example"), null);
    private static final PlaceProperties PLACE = new PlaceProperties("High Street 1", "Basel", "BS", "4051", "CH");

    static BrandProperties plain() {
        return new BrandProperties(null, null, null, null, null, null, null, null);
    }

    private static BrandProperties full() {
        return new BrandProperties(
                "Hair & Scalp",
                List.of("Old Hair House"),
                URI.create("https://www.hair.example/welcome"),
                "https://registry.example/clinics",
                "4711",
                URI.create("https://www.hair.example/logo.svg"),
                URI.create("https://www.hair.example/terms"),
                URI.create("https://developers.hair.example"));
    }

    static Brand brand(BrandProperties properties) {
        return new Brand(
                BASE,
                properties,
                new PortalProperties(null, null, null, null),
                new PlaceProperties(null, null, null, null, null));
    }

    private static BrandProperties with(@Nullable String website, @Nullable String system, @Nullable String value) {
        return new BrandProperties(
                null, null, website == null ? null : URI.create(website), system, value, null, null, null);
    }

    private static <T extends Resource> T only(Bundle bundle, Class<T> type) {
        List<T> found = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void listsTheClinicAndItsEndpointWithATime() {
        Bundle bundle = brand(plain()).bundle(SINCE);

        assertThat(bundle.getType()).isEqualTo(BundleType.COLLECTION);
        assertThat(bundle.getTimestampElement().getValueAsString()).isEqualTo("2026-11-02T08:00:00.000Z");
        assertThat(only(bundle, Organization.class).getName()).isEqualTo("Hair clinic");
        Endpoint endpoint = only(bundle, Endpoint.class);
        assertThat(endpoint.getAddress()).isEqualTo(BASE);
        assertThat(endpoint.getConnectionType().getCode()).isEqualTo("hl7-fhir-rest");
        assertThat(endpoint.getExtensionString(STRUCTURE + "endpoint-fhir-version"))
                .isEqualTo("4.0.1");
        assertThat(endpoint.getContactFirstRep().getValue()).isEqualTo("https://clinic.example/ig/smart.html");
    }

    @Test
    void refersOnlyToWhatIsInTheBundle() {
        Bundle bundle = new Brand(BASE, full(), PORTAL, PLACE).bundle(SINCE);
        Organization clinic = only(bundle, Organization.class);
        Endpoint endpoint = only(bundle, Endpoint.class);
        Extension portal = clinic.getExtensionByUrl(STRUCTURE + "organization-portal");

        assertThat(bundle.getEntry())
                .allSatisfy(entry -> assertThat(entry.getFullUrl())
                        .isEqualTo(
                                "urn:uuid:" + entry.getResource().getIdElement().getIdPart()));
        String there = "urn:uuid:" + endpoint.getIdElement().getIdPart();
        assertThat(clinic.getEndpoint()).hasSize(1);
        assertThat(clinic.getEndpointFirstRep().getReference()).isEqualTo(there);
        assertThat(portal.getExtensionByUrl("portalEndpoint")
                        .castToReference(
                                portal.getExtensionByUrl("portalEndpoint").getValue())
                        .getReference())
                .isEqualTo(there);
        assertThat(endpoint.getManagingOrganization().getReference())
                .isEqualTo("urn:uuid:" + clinic.getIdElement().getIdPart());
    }

    @Test
    void tellsWhatIsConfigured() {
        Organization clinic = only(new Brand(BASE, full(), PORTAL, PLACE).bundle(SINCE), Organization.class);
        Extension looks = clinic.getExtensionByUrl(STRUCTURE + "organization-brand");
        Extension portal = clinic.getExtensionByUrl(STRUCTURE + "organization-portal");

        assertThat(clinic.getName()).isEqualTo("Hair & Scalp");
        assertThat(clinic.getAlias().get(0).getValue()).isEqualTo("Old Hair House");
        assertThat(clinic.getTelecomFirstRep().getSystem()).isEqualTo(ContactPoint.ContactPointSystem.URL);
        assertThat(clinic.getTelecomFirstRep().getValue()).isEqualTo("https://www.hair.example/welcome");
        assertThat(looks.getExtensionString("brandLogo")).isEqualTo("https://www.hair.example/logo.svg");
        assertThat(looks.getExtensionString("brandLogoLicense")).isEqualTo("https://www.hair.example/terms");
        assertThat(portal.getExtensionString("portalName")).isEqualTo("My hair");
        assertThat(portal.getExtensionString("portalUrl")).isEqualTo("https://my.hair.example");
        assertThat(clinic.getAddressFirstRep().getPostalCode()).isEqualTo("4051");
        assertThat(only(brand(full()).bundle(SINCE), Endpoint.class)
                        .getContactFirstRep()
                        .getValue())
                .isEqualTo("https://developers.hair.example");
    }

    @Test
    void leavesOutWhatIsNotAndSaysThatTheWebsiteIsUnknown() {
        Organization clinic = only(brand(plain()).bundle(SINCE), Organization.class);

        assertThat(clinic.getExtension()).isEmpty();
        assertThat(clinic.getAddress()).isEmpty();
        assertThat(clinic.getAlias()).isEmpty();
        assertThat(clinic.getTelecomFirstRep().getValue()).isNull();
        assertThat(clinic.getTelecomFirstRep().getValueElement().getExtensionString(STRUCTURE + "data-absent-reason"))
                .isEqualTo("asked-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        ", , , urn:ietf:rfc:3986, https://clinic.example",
        "https://www.hair.example/welcome, , , urn:ietf:rfc:3986, https://hair.example",
        "https://Hair.Example:8443, , , urn:ietf:rfc:3986, https://hair.example:8443",
        "https://hair.example, https://registry.example, 4711, https://registry.example, 4711",
        "https://hair.example, , 4711, , 4711"
    })
    void isIdentifiedAsConfiguredOrByItsAddress(
            @Nullable String website,
            @Nullable String system,
            @Nullable String value,
            @Nullable String expectedSystem,
            String expectedValue) {
        Brand brand = brand(with(website, system, value));
        Map<String, String> identifier = brand.identifier();

        assertThat(identifier.get("system")).isEqualTo(expectedSystem);
        assertThat(identifier.get("value")).isEqualTo(expectedValue);
        assertThat(only(brand.bundle(SINCE), Organization.class).getIdentifier())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.getSystem()).isEqualTo(expectedSystem);
                    assertThat(found.getValue()).isEqualTo(expectedValue);
                });
    }

    @Test
    void isTheSameOnEveryServerOfTheClinic() {
        FhirContext fhir = FhirContext.forR4Cached();
        Bundle one = new Brand(BASE, full(), PORTAL, PLACE).bundle(SINCE);
        Bundle other = new Brand(BASE + "/", full(), PORTAL, PLACE).bundle(SINCE);

        assertThat(fhir.newJsonParser().encodeResourceToString(one))
                .isEqualTo(fhir.newJsonParser().encodeResourceToString(other));
    }

    @Test
    void holdsTheStandard() {
        for (Brand brand : List.of(brand(plain()), new Brand(BASE, full(), PORTAL, PLACE))) {
            FhirContext fhir = FhirContext.forR4Cached();
            Bundle read = fhir.newJsonParser()
                    .parseResource(Bundle.class, fhir.newJsonParser().encodeResourceToString(brand.bundle(SINCE)));

            assertThat(ProfileValidator.problems(read, List.of()))
                    .filteredOn(problem -> problem.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                    .extracting(ProfileValidator::text)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://hair.example", "hair.example", "https:hair", "data:text/plain,x", "javascript:alert(1)"})
    void refusesWebsitesThatAreNone(String address) {
        assertThatThrownBy(() -> with(address, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`strand.brand.website` must be an https address");
    }

    @Test
    void takesALogoFromItsAddressOnly() {
        URI whole = URI.create("data:image/svg+xml;base64,PHN2Zy8+");
        BrandProperties logo = new BrandProperties(null, null, null, null, null, whole, null, null);

        assertThat(only(brand(logo).bundle(SINCE), Organization.class)
                        .getExtensionByUrl(STRUCTURE + "organization-brand")
                        .getExtensionString("brandLogo"))
                .isEqualTo(whole.toString());
        assertThatThrownBy(() -> new PortalProperties(null, null, null, URI.create("ftp://hair.example/logo.png")))
                .hasMessageContaining("`strand.brand.portal.logo` must be an https address");
    }

    @Test
    void refusesASystemWithoutAValueOfIt() {
        assertThatThrownBy(() -> with(null, "https://registry.example", null))
                .hasMessageContaining("strand.brand.identifier-value");
    }
}
