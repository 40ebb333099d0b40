package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The FHIR endpoint: HAPI's providers, cut down to the offered routes. */
final class FhirServer extends RestfulServer {

    static final int PAGE = 50;
    static final int LARGEST_PAGE = 500;

    private static final long serialVersionUID = 1L;

    private final transient IntakeDesk desk;
    private final transient BareFiles bare;

    FhirServer(FhirContext context, IntakeDesk desk, BareFiles bare) {
        super(context);
        this.desk = desk;
        this.bare = bare;
    }

    /** What we are built with is nobody's business. */
    @Override
    protected String createPoweredByHeader() {
        return "";
    }

    @Override
    protected ServletRequestDetails newRequestDetails(
            RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response) {
        ServletRequestDetails details = new ServletRequestDetails(new ServerHooks(getInterceptorService()));
        details.setServer(this);
        details.setRequestType(type);
        details.setServletRequest(request);
        details.setServletResponse(response);
        return details;
    }

    @Override
    protected void handleRequest(RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (IntakeDesk.takes(request)) {
            desk.answer(request, response, super::handleRequest);
            return;
        }
        if (BareFiles.takes(type, request)) {
            bare.answer(type, request, response, super::handleRequest);
            return;
        }
        try {
            super.handleRequest(type, request, response);
            FileContent.send(request, response);
        } finally {
            FileContent.close(request);
        }
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        getResourceBindings()
                .forEach(type -> type.getMethodBindings().removeIf(route -> !OfferedRoutes.offersOnType(route)));
        getServerBindings().removeIf(route -> !OfferedRoutes.offersOnServer(route));
    }
}
