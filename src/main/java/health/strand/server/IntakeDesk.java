package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.enforcement.CurrentRequester;
import health.strand.intake.IntakeSession;
import health.strand.intake.UnfitSession;
import health.strand.vault.ContentsAside;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/**
 * Takes in a session of pictures and measurements as one form. It makes one transaction of it, which is a request like any
 * other of whoever sends it: nothing is decided here.
 */
public final class IntakeDesk {

    static final String PATH = "/ImagingStudy/$intake-session";

    private static final int BUSY = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    /** Answers a request of FHIR. */
    @FunctionalInterface
    interface Endpoint {

        void answer(RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException;
    }

    private final FhirContext context;
    private final EarlyRefusals refusals;
    private final LargeBodies bodies;
    private final IntakeTurns turns;

    IntakeDesk(FhirContext context, EarlyRefusals refusals, LargeBodies bodies, IntakeTurns turns) {
        this.context = context;
        this.refusals = refusals;
        this.bodies = bodies;
        this.turns = turns;
    }

    /** What comes in another way than as a form. */
    @Operation(
            name = "$intake-session",
            typeName = "ImagingStudy",
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/intake-session")
    public Parameters other() {
        throw new UnprocessableEntityException("a session is sent as `multipart/form-data` with a part `session`");
    }

    /** Whether it is a session as a form. */
    static boolean takes(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && PATH.equals(request.getPathInfo())
                && String.valueOf(request.getContentType())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("multipart/form-data");
    }

    /** Stores it, or gives what is stored of it already. */
    void answer(HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        if (!bodies.during(request, body -> answer(body, request, response, fhir))) {
            refuseBusy(request, response);
        }
    }

    private void answer(
            HttpServletRequest body, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        try (ContentsAside aside = ContentsAside.begin()) {
            SessionForm form = SessionForm.read(body, context);
            IntakeSession session = IntakeSession.of(form.session(), form.files(), aside::standIn);
            Optional<Patient> patient = patient(session, request, response, fhir);
            if (patient.isPresent()) {
                session.requireOf(patient.get());
            }
            if (!turns.during(
                    turn(session, patient.isPresent(), request), () -> once(session, request, response, fhir))) {
                refuseBusy(request, response);
            }
        } catch (SessionForm.Unreadable e) {
            refusals.answer(request, response, 422, "structure", String.valueOf(e.getMessage()));
        } catch (UnfitSession e) {
            refusals.answer(request, response, 422, "invalid", e.why());
        }
    }

    private void refuseBusy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.answer(request, response, BUSY, "throttled", "too many sessions come in at once; try again");
    }

    private void once(IntakeSession session, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        Bundle stored = stored(session, request, response, fhir);
        if (!stored.hasEntry()) {
            store(session, request, response, fhir);
        } else {
            write(response, HttpServletResponse.SC_OK, json(stored));
        }
    }

    /** Who is there for whoever sends it; somebody who is not is told of by the transaction. */
    private Optional<Patient> patient(
            IntakeSession session, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        RecordAnswer answer = new RecordAnswer(response);
        fhir.answer(RequestTypeEnum.GET, RecordRequest.get(request, "/" + session.patientReference()), answer);
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            return Optional.empty();
        }
        return Optional.of(context.newJsonParser().parseResource(Patient.class, answer.text()));
    }

    /** Nobody waits for what others send of a patient who is not there for them. */
    private static String turn(IntakeSession session, boolean isOfSomebody, HttpServletRequest request) {
        String sender = CurrentRequester.of(request)
                .map(each -> each.clientId() + " " + each.person())
                .orElse("");
        return "session " + session.key() + (isOfSomebody ? "" : " " + sender);
    }

    /** All of it, when all of it is there for whoever sends it; who may not search finds nothing. */
    private Bundle stored(
            IntakeSession session, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        Map<String, Integer> searches = session.searches();
        Bundle asked = new Bundle().setType(BundleType.BATCH);
        searches.keySet()
                .forEach(each ->
                        asked.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(each));
        RecordAnswer answer = new RecordAnswer(response);
        fhir.answer(RequestTypeEnum.POST, RecordRequest.post(request, json(asked)), answer);
        Bundle all = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            return all;
        }
        List<BundleEntryComponent> found = context.newJsonParser()
                .parseResource(Bundle.class, answer.text())
                .getEntry();
        int at = 0;
        for (int wanted : searches.values()) {
            if (!(found.get(at++).getResource() instanceof Bundle some)
                    || some.getEntry().size() < wanted) {
                return new Bundle();
            }
            some.getEntry()
                    .forEach(each -> all.addEntry()
                            .getResponse()
                            .setStatus("200 OK")
                            .setLocation(each.getResource()
                                    .getIdElement()
                                    .toUnqualified()
                                    .getValue()));
        }
        return all;
    }

    private void store(IntakeSession session, HttpServletRequest request, HttpServletResponse response, Endpoint fhir)
            throws ServletException, IOException {
        RecordAnswer answer = new RecordAnswer(response);
        fhir.answer(RequestTypeEnum.POST, RecordRequest.post(request, json(session.transaction())), answer);
        boolean stored = answer.getStatus() == HttpServletResponse.SC_OK;
        write(
                response,
                stored ? HttpServletResponse.SC_CREATED : answer.getStatus(),
                answer.text().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] json(Bundle bundle) {
        return context.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
