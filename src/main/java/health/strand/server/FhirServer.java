package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;

/** The FHIR endpoint: HAPI's providers, cut down to the offered routes. */
final class FhirServer extends RestfulServer {

    static final int PAGE = 50;
    static final int LARGEST_PAGE = 500;

    private static final long serialVersionUID = 1L;

    FhirServer(FhirContext context) {
        super(context);
    }

    /** What we are built with is nobody's business. */
    @Override
    protected String createPoweredByHeader() {
        return "";
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        getResourceBindings()
                .forEach(type -> type.getMethodBindings().removeIf(route -> !OfferedRoutes.offersOnType(route)));
        getServerBindings().removeIf(route -> !OfferedRoutes.offersOnServer(route));
    }
}
