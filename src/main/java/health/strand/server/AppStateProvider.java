package health.strand.server;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Delete;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AppStateDecision;
import health.strand.access.Permission;
import health.strand.appstate.AppState;
import health.strand.appstate.AppState.Content;
import health.strand.appstate.AppStateForm;
import health.strand.appstate.AppStates;
import health.strand.appstate.SubjectAddress;
import health.strand.appstate.Unacceptable;
import health.strand.enforcement.AppStateGate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * What apps do with what they keep.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-state.html#app-state-interactions">App State
 *     Interactions</a>
 */
final class AppStateProvider implements IResourceProvider {

    private final AppStateGate gate;
    private final AppStates states;
    private final AppStateForm form;
    private final SubjectAddress subjects;

    AppStateProvider(AppStateGate gate, AppStates states, AppStateForm form, SubjectAddress subjects) {
        this.gate = gate;
        this.states = states;
        this.form = form;
        this.subjects = subjects;
    }

    @Override
    public Class<Basic> getResourceType() {
        return Basic.class;
    }

    /** The present version, by itself or by its number; there are no others. */
    @Read(version = true)
    public Basic read(@IdParam IdType id, ServletRequestDetails request) {
        AppStateDecision decision = judge(request, Permission.READ);
        return states.read(decision, id.getIdPart())
                .filter(each -> !id.hasVersionIdPart() || id.getVersionIdPart().equals(String.valueOf(each.version())))
                .map(form::write)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** What there is under a code, about one subject or about nobody. */
    @Search
    public List<Basic> search(
            @RequiredParam(name = Basic.SP_CODE) TokenParam code,
            @OptionalParam(name = Basic.SP_SUBJECT) @Nullable ReferenceParam subject,
            ServletRequestDetails request) {
        AppStateDecision decision = judge(request, Permission.SEARCH);
        Optional<Content> wanted =
                new AppStateQuery(request.getParameters(), subjects).content(code.getSystem(), code.getValue());
        return wanted.map(each -> states.search(decision, each)).orElse(List.of()).stream()
                .map(form::write)
                .toList();
    }

    /** Keeps something new. */
    @Create
    public MethodOutcome create(@ResourceParam Basic sent, ServletRequestDetails request) {
        AppStateDecision decision = judge(request, Permission.CREATE);
        if (request.getHeader("If-None-Exist") != null) {
            throw new InvalidRequestException("app state is not created under a condition; search for it first");
        }
        return outcome(written(() -> states.create(decision, form.read(sent)))).setCreated(true);
    }

    /** Puts something in the place of what the app has seen. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Basic sent, ServletRequestDetails request) {
        AppStateDecision decision = judge(request, Permission.UPDATE);
        int version = AppStateRefusals.version(request.getHeader("If-Match"));
        return outcome(written(() -> states.update(decision, id.getIdPart(), version, form.read(sent))
                .orElseThrow(AppStateRefusals::precondition)));
    }

    /** Forgets what the app has seen. */
    @Delete
    public void delete(@IdParam @Nullable IdType id, ServletRequestDetails request) {
        AppStateDecision decision = judge(request, Permission.DELETE);
        if (id == null) {
            throw new InvalidRequestException("app state is deleted by its id, as `DELETE Basic/[id]`");
        }
        int version = AppStateRefusals.version(request.getHeader("If-Match"));
        if (!states.delete(decision, id.getIdPart(), version)) {
            throw AppStateRefusals.precondition();
        }
    }

    private AppStateDecision judge(ServletRequestDetails request, Permission permission) {
        return gate.judge(request.getServletRequest(), permission);
    }

    private AppState written(Supplier<AppState> write) {
        try {
            return write.get();
        } catch (AppStates.OutOfReach e) {
            throw gate.outOfReach();
        } catch (AppStates.TooMany e) {
            throw AppStateRefusals.tooMany();
        } catch (Unacceptable e) {
            throw AppStateRefusals.unacceptable(e);
        }
    }

    private MethodOutcome outcome(AppState state) {
        Basic shown = form.write(state);
        return new MethodOutcome(shown.getIdElement()).setResource(shown);
    }
}
