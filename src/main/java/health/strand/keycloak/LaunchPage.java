package health.strand.keycloak;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;

/** The page on which people choose a patient and what an app may have. */
final class LaunchPage {

    private static final String TEMPLATE = "strand-launch.ftl";

    private final ClientModel app;
    private final boolean choosesPatient;
    private final List<ScopeOffer> offers;
    private List<PatientChoice> patients = List.of();
    private @Nullable Set<String> chosen;
    private String searched = "";

    LaunchPage(ClientModel app, boolean choosesPatient, List<ScopeOffer> offers) {
        this.app = app;
        this.choosesPatient = choosesPatient;
        this.offers = offers;
    }

    LaunchPage patients(List<PatientChoice> found) {
        patients = found;
        return this;
    }

    /** What was ticked before the page is shown again; everything that is asked for, the first time. */
    LaunchPage chosen(Set<String> scopes) {
        chosen = scopes;
        return this;
    }

    LaunchPage searched(@Nullable String name) {
        searched = name == null ? "" : name;
        return this;
    }

    /** @param error a key of the messages, or nothing */
    void show(AuthenticationFlowContext context, @Nullable String error) {
        boolean more = patients.size() > PatientDirectory.MOST;
        Set<String> ticked = chosen;
        LoginFormsProvider form = context.form()
                .setAttribute("app", app.getName() == null ? app.getClientId() : app.getName())
                .setAttribute("choosesPatient", choosesPatient)
                .setAttribute("patients", more ? patients.subList(0, PatientDirectory.MOST) : patients)
                .setAttribute("more", more)
                .setAttribute("search", more || !searched.isEmpty())
                .setAttribute("searched", searched)
                .setAttribute("offers", offers)
                .setAttribute(
                        "ticked",
                        ticked == null ? offers.stream().map(ScopeOffer::scope).toList() : List.copyOf(ticked));
        if (error != null) {
            form.setError(error);
        }
        context.challenge(form.createForm(TEMPLATE));
    }
}
