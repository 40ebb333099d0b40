package health.strand.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import health.strand.enforcement.Gates;
import health.strand.smart.SmartProperties;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.UriType;

/**
 * The capability statement, mended where HAPI's says more or less than is true; a test calls what it lists.
 *
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">FHIR R4, CapabilityStatement</a>
 */
final class Capabilities extends JpaCapabilityStatementProvider {

    private static final String OAUTH = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private final SmartProperties smart;
    private final String version;

    Capabilities(
            FhirServer server,
            IFhirSystemDao<Bundle, Meta> system,
            JpaStorageSettings settings,
            ISearchParamRegistry parameters,
            IValidationSupport validation,
            SmartProperties smart,
            String version) {
        super(server, system, settings, parameters, validation);
        this.smart = smart;
        this.version = version;
        setIncludeResourceCounts(false);
        setImplementationDescription("Strand");
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance conformance) {
        super.postProcess(terser, conformance);
        CapabilityStatement statement = (CapabilityStatement) conformance;
        name(statement, "Strand", "Strand, a FHIR server for hair-restoration clinics", version);
        CapabilityStatementRestComponent rest = statement.getRestFirstRep();
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.getResource().forEach(Capabilities::mend);
        secure(rest, smart);
    }

    private static void mend(CapabilityStatementRestResourceComponent type) {
        if ("AuditEvent".equals(type.getType())) {
            mendTrail(type);
            return;
        }
        type.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
        type.setReadHistory(true).setUpdateCreate(false);
        type.setConditionalDelete(ConditionalDeleteStatus.SINGLE);
        type.getSearchParam().removeIf(Capabilities::isNotOffered);
        if (type.getInteraction().stream().noneMatch(listed -> listed.getCode() == TypeRestfulInteraction.SEARCHTYPE)) {
            type.setSearchParam(null);
            type.setSearchInclude(null);
            type.setSearchRevInclude(null);
        }
    }

    /** Events are made by the server, once, and looked for in a table of its own. */
    private static void mendTrail(CapabilityStatementRestResourceComponent trail) {
        trail.setVersioning(ResourceVersionPolicy.NOVERSION)
                .setReadHistory(false)
                .setUpdateCreate(false);
        trail.setConditionalCreate(false).setConditionalUpdate(false);
        trail.setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED);
        trail.getSearchParam().removeIf(parameter -> !AuditEvents.PARAMETERS.contains(parameter.getName()));
        trail.setSearchInclude(null);
        trail.setSearchRevInclude(null);
    }

    /** Among them composites of references, which HAPI defines and cannot search. */
    private static boolean isNotOffered(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return Gates.NOT_OFFERED.contains(parameter.getName())
                || "relationship".equals(parameter.getName()) && parameter.getType() == SearchParamType.COMPOSITE;
    }

    /** Says whose statement it is in our words, and leaves out formats that are not offered. */
    static void name(CapabilityStatement statement, String name, String title, String version) {
        statement.setName(name).setTitle(title);
        statement.setPublisher(null);
        statement.setText(null);
        statement.getSoftware().setName("Strand").setVersion(version);
        statement
                .getFormat()
                .removeIf(format ->
                        "ttl".equals(format.getValue()) || format.getValue().contains("turtle"));
    }

    /** Says by whose tokens an endpoint is reached. */
    static void secure(CapabilityStatementRestComponent rest, SmartProperties smart) {
        Extension uris = new Extension(OAUTH);
        uris.addExtension(new Extension(
                "authorize", new UriType(smart.authorizationEndpoint().toString())));
        uris.addExtension(
                new Extension("token", new UriType(smart.tokenEndpoint().toString())));
        rest.getSecurity().setCors(true).addService().addCoding(new Coding(SERVICES, "SMART-on-FHIR", "SMART-on-FHIR"));
        rest.getSecurity().addExtension(uris);
    }
}
