package health.strand.keycloak;

import health.strand.keycloak.RecordServer.RecordUnreachable;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Settles for which patient and with which scopes one authorization is given; asks the person where it must. */
final class LaunchStep {

    /** Which resource of the record an account stands for. */
    private static final String FHIR_USER = "fhir_user";

    private static final String PATIENT = "Patient/";
    private static final String NOBODY = "there is no patient whose record this user may open in this app";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final List<String> scopes;
    private final AppConsent consent;

    LaunchStep(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.scopes = ScopeNote.words(login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM));
        this.consent = new AppConsent(context.getSession(), login);
    }

    List<String> scopes() {
        return scopes;
    }

    /** Ends at once when nothing is left to choose. */
    void begin(String base, LaunchContext opened) {
        LaunchContext launched = withOwnRecord(opened);
        if (!wantsPatient(launched)) {
            if (consent.mustBeAsked(scopes)) {
                page(launched).show(context, null);
            } else {
                finish(base, launched, scopes);
            }
            return;
        }
        Optional<PatientDirectory> directory = directory(base);
        try {
            List<PatientChoice> all =
                    directory.isEmpty() ? List.of() : directory.get().first(null);
            if (all.isEmpty()) {
                Refusal.send(context, Refusal.ACCESS_DENIED, NOBODY);
            } else if (all.size() == 1 && !consent.mustBeAsked(scopes)) {
                finish(base, launched.with(LaunchContext.PATIENT, all.get(0).id()), scopes);
            } else {
                page(launched).patients(all).show(context, null);
            }
        } catch (RecordUnreachable e) {
            page(launched).show(context, "strandUnreachable");
        }
    }

    /** Goes on with what was sent from the page. */
    void go(String base, LaunchContext opened, MultivaluedMap<String, String> form) {
        LaunchContext launched = withOwnRecord(opened);
        if (form.containsKey("cancel")) {
            Refusal.send(context, Refusal.ACCESS_DENIED, "the user refused");
            return;
        }
        Set<String> chosen =
                new HashSet<>(Optional.ofNullable(form.get("scope")).orElse(List.of()));
        if (!wantsPatient(launched)) {
            finish(base, launched, given(form, chosen));
            return;
        }
        try {
            Optional<PatientDirectory> directory = directory(base);
            String wanted = Optional.ofNullable(form.getFirst("patient")).orElse("");
            Optional<PatientChoice> patient = directory.isEmpty() || form.containsKey("find")
                    ? Optional.empty()
                    : directory.get().one(wanted);
            if (patient.isPresent()) {
                finish(base, launched.with(LaunchContext.PATIENT, patient.get().id()), given(form, chosen));
            } else {
                askAgain(launched, form, chosen, directory);
            }
        } catch (RecordUnreachable e) {
            page(launched).chosen(chosen).show(context, "strandUnreachable");
        }
    }

    /** What was ticked, where there was anything to tick; everything, where all of it was granted before. */
    private List<String> given(MultivaluedMap<String, String> form, Set<String> chosen) {
        return form.containsKey("offered") || consent.mustBeAsked(scopes) ? consent.keep(scopes, chosen) : scopes;
    }

    private void askAgain(
            LaunchContext launched,
            MultivaluedMap<String, String> form,
            Set<String> chosen,
            Optional<PatientDirectory> directory)
            throws RecordUnreachable {
        String name = form.getFirst("name");
        List<PatientChoice> found =
                directory.isEmpty() ? List.of() : directory.get().first(name);
        page(launched)
                .chosen(chosen)
                .searched(name)
                .patients(found)
                .show(context, form.containsKey("find") ? null : "strandChoosePatient");
    }

    /** A patient has one record, and need not choose. */
    private LaunchContext withOwnRecord(LaunchContext launched) {
        String fhirUser = context.getUser().getFirstAttribute(FHIR_USER);
        return fhirUser != null && fhirUser.startsWith(PATIENT) && SmartScopes.needAPatient(scopes)
                ? launched.with(LaunchContext.PATIENT, fhirUser.substring(PATIENT.length()))
                : launched;
    }

    private boolean wantsPatient(LaunchContext launched) {
        return SmartScopes.needAPatient(scopes) && launched.patient().isEmpty();
    }

    /** Empty for an account that is nobody in the record. */
    private Optional<PatientDirectory> directory(String base) {
        String fhirUser = context.getUser().getFirstAttribute(FHIR_USER);
        return fhirUser == null
                ? Optional.empty()
                : Optional.of(new PatientDirectory(
                        base,
                        PersonToken.of(context.getSession(), context.getUser(), fhirUser, login.getClient(), base)));
    }

    private LaunchPage page(LaunchContext launched) {
        return new LaunchPage(
                login.getClient(),
                wantsPatient(launched),
                consent.mustBeAsked(scopes) ? consent.offers(scopes) : List.of());
    }

    private void finish(String base, LaunchContext launched, List<String> given) {
        LaunchContext whole = launched;
        if (!launched.isEmpty()) {
            whole = launched.with(LaunchContext.BANNER, true)
                    .with(LaunchContext.STYLE, base + "/.well-known/smart-style");
        }
        boolean inEncounter = whole.has(LaunchContext.ENCOUNTER);
        List<String> granted = given.stream()
                .filter(scope -> inEncounter || !SmartScopes.LAUNCH_ENCOUNTER.equals(scope))
                .toList();
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, ScopeNote.carrying(granted, whole));
        context.success();
    }
}
