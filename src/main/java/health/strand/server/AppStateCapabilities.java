package health.strand.server;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import ca.uhn.fhir.util.FhirTerser;
import health.strand.smart.SmartProperties;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;

/**
 * The capability statement of the endpoint for app state.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/CapabilityStatement-smart-app-state-server.html">App State
 *     Server</a>
 */
final class AppStateCapabilities extends ServerCapabilityStatementProvider {

    private static final String SMART = "http://hl7.org/fhir/smart-app-launch/";

    private final SmartProperties smart;
    private final String version;

    AppStateCapabilities(RestfulServer server, SmartProperties smart, String version) {
        super(server);
        this.smart = smart;
        this.version = version;
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance conformance) {
        super.postProcess(terser, conformance);
        CapabilityStatement statement = (CapabilityStatement) conformance;
        Capabilities.name(statement, "StrandAppState", "Strand, what apps keep for themselves", version);
        statement.getImplementation().setDescription("Strand");
        statement.addInstantiates(SMART + "CapabilityStatement/smart-app-state-server");
        CapabilityStatementRestComponent rest = statement.getRestFirstRep();
        rest.setOperation(null);
        rest.getResource().removeIf(type -> !"Basic".equals(type.getType()));
        rest.getResource().forEach(AppStateCapabilities::mend);
        Capabilities.secure(rest, smart);
    }

    private static void mend(CapabilityStatementRestResourceComponent type) {
        type.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
        type.setSearchInclude(null).setSearchRevInclude(null);
        type.setReadHistory(false).setUpdateCreate(false);
        type.addSupportedProfile(SMART + "StructureDefinition/smart-app-state-basic");
    }
}
