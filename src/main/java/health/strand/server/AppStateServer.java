package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;

/** A second, small FHIR endpoint, which knows nothing of the record's storage. */
final class AppStateServer extends RestfulServer {

    private static final long serialVersionUID = 1L;

    AppStateServer(FhirContext context, String address) {
        super(context);
        setServerAddressStrategy(new HardcodedServerAddressStrategy(address));
        setDefaultResponseEncoding(EncodingEnum.JSON);
        // the limit of a body is that of what is in it
        setUncompressIncomingContents(false);
    }

    /** What we are built with is nobody's business. */
    @Override
    protected String createPoweredByHeader() {
        return "";
    }
}
