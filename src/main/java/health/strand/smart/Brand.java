package health.strand.smart;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The clinic and its endpoint as apps list them, so that people find their record under the name they know.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/brands.html">User-access Brands and Endpoints</a>
 */
public final class Brand {

    /** Where the bundle is, below the address of the FHIR endpoint. */
    public static final String PATH = "/.well-known/smart-brands";

    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";
    private static final String VERSION = "http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version";
    private static final String CONNECTION = "http://terminology.hl7.org/CodeSystem/endpoint-connection-type";
    private static final String PAYLOAD = "http://terminology.hl7.org/CodeSystem/endpoint-payload-type";

    private final String base;
    private final BrandProperties properties;
    private final BrandedOrganization organization;

    /** @param base the address of the FHIR endpoint as clients see it */
    public Brand(String base, BrandProperties properties, PortalProperties portal, PlaceProperties place) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.properties = properties;
        this.organization = new BrandedOrganization(properties, portal, place);
    }

    /** The whole address of the bundle. */
    public String address() {
        return base + PATH;
    }

    /**
     * What identifies the clinic among brands, here and wherever else it is published. Of a clinic that configures none it
     * is the address of its website, or of this server, without a path.
     */
    public Map<String, String> identifier() {
        String value = properties.identifierValue();
        Map<String, String> identifier = new LinkedHashMap<>();
        if (value == null || value.isBlank()) {
            URI presence = Objects.requireNonNullElse(properties.website(), URI.create(base));
            identifier.put("system", URI_SYSTEM);
            identifier.put("value", origin(presence).replaceFirst("^https://www\\.", "https://"));
            return identifier;
        }
        String system = properties.identifierSystem();
        if (system != null && !system.isBlank()) {
            identifier.put("system", system);
        }
        identifier.put("value", value);
        return identifier;
    }

    /** @param since when what it says began to be said */
    public Bundle bundle(Instant since) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION).setTimestamp(Date.from(since));
        bundle.getTimestampElement().setTimeZoneZulu(true);
        Endpoint endpoint = endpoint();
        Reference there = new Reference(name(endpoint)).setDisplay(endpoint.getName());
        Organization clinic = organization.at(there, identifier());
        clinic.setId(id("Organization"));
        endpoint.setManagingOrganization(new Reference(name(clinic)).setDisplay(clinic.getName()));
        for (Resource each : List.of(clinic, endpoint)) {
            bundle.addEntry().setFullUrl(name(each)).setResource(each);
        }
        return bundle;
    }

    private Endpoint endpoint() {
        Endpoint endpoint = new Endpoint();
        endpoint.setId(id("Endpoint"));
        endpoint.addExtension(VERSION, new CodeType("4.0.1"));
        endpoint.setStatus(EndpointStatus.ACTIVE);
        endpoint.setConnectionType(new Coding(CONNECTION, "hl7-fhir-rest", null));
        endpoint.setName("FHIR R4 endpoint of " + properties.nameOrDefault());
        URI developers = properties.developers();
        endpoint.addContact()
                .setSystem(ContactPointSystem.URL)
                .setValue(developers == null ? origin(URI.create(base)) + "/ig/smart.html" : developers.toString());
        endpoint.addPayloadType().addCoding(new Coding(PAYLOAD, "none", null));
        endpoint.setAddress(base);
        return endpoint;
    }

    /** The bundle's resources have no address: asked for as records, they would not be there. */
    private static String name(Resource resource) {
        return "urn:uuid:" + resource.getIdElement().getIdPart();
    }

    /** The same at every start and on every server of the clinic. */
    private String id(String type) {
        return UUID.nameUUIDFromBytes((base + PATH + "#" + type).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String origin(URI address) {
        return (address.getScheme() + "://" + address.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
