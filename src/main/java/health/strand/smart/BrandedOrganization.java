package health.strand.smart;

import java.net.URI;
import java.util.Map;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;

/** The clinic as a brand: its name and what else of it is configured. */
record BrandedOrganization(BrandProperties brand, PortalProperties portal, PlaceProperties place) {

    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String CATEGORY = "http://hl7.org/fhir/smart-app-launch/CodeSystem/user-access-category";

    /** @param endpoint of its record */
    Organization at(Reference endpoint, Map<String, String> identifier) {
        Organization clinic = new Organization();
        clinic.setActive(true).setName(brand.nameOrDefault());
        brand.otherNames().forEach(clinic::addAlias);
        clinic.addIdentifier().setSystem(identifier.get("system")).setValue(identifier.get("value"));
        clinic.addType().addCoding(new Coding(CATEGORY, "clinical", null));
        clinic.addTelecom(website());
        Address where = address();
        if (!where.isEmpty()) {
            clinic.addAddress(where);
        }
        add(clinic, looks());
        if (!portal.isEmpty()) {
            add(clinic, signIn(endpoint));
        }
        clinic.addEndpoint(endpoint);
        return clinic;
    }

    /** A brand has a website; that of a clinic which names none is unknown, and not left out. */
    private ContactPoint website() {
        ContactPoint website = new ContactPoint().setSystem(ContactPointSystem.URL);
        URI address = brand.website();
        if (address == null) {
            website.getValueElement().addExtension(STRUCTURE + "data-absent-reason", new CodeType("asked-unknown"));
            return website;
        }
        return website.setValue(address.toString());
    }

    private Address address() {
        Address where = new Address();
        if (place.street() != null) {
            where.addLine(place.street());
        }
        return where.setCity(place.city())
                .setState(place.state())
                .setPostalCode(place.postalCode())
                .setCountry(place.country());
    }

    private Extension looks() {
        Extension looks = new Extension(STRUCTURE + "organization-brand");
        addUrl(looks, "brandLogo", brand.logo());
        addUrl(looks, "brandLogoLicense", brand.logoLicense());
        return looks;
    }

    private Extension signIn(Reference endpoint) {
        Extension signIn = new Extension(STRUCTURE + "organization-portal");
        if (portal.name() != null) {
            signIn.addExtension("portalName", new StringType(portal.name()));
        }
        if (portal.description() != null) {
            signIn.addExtension("portalDescription", new MarkdownType(portal.description()));
        }
        addUrl(signIn, "portalUrl", portal.url());
        addUrl(signIn, "portalLogo", portal.logo());
        signIn.addExtension("portalEndpoint", endpoint.copy());
        return signIn;
    }

    private static void addUrl(Extension to, String name, @Nullable URI address) {
        if (address != null) {
            to.addExtension(name, new UrlType(address.toString()));
        }
    }

    private static void add(Organization clinic, Extension extension) {
        if (extension.hasExtension()) {
            clinic.addExtension(extension);
        }
    }
}
