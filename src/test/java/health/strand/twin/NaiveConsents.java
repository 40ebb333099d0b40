package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.access.ActorCriterion;
import health.strand.access.Confidentiality;
import health.strand.access.ConsentDirective;
import health.strand.access.DataCriterion;
import health.strand.access.Effect;
import health.strand.access.InstanceCriterion;
import health.strand.access.PatientId;
import health.strand.access.Provision;
import health.strand.access.PurposeOfUse;
import health.strand.access.Readability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads consents off their JSON, as far as the twin worlds make use of them. */
final class NaiveConsents {

    private NaiveConsents() {}

    static List<ConsentDirective> of(Collection<StoredRecord> world) {
        List<ConsentDirective> directives = new ArrayList<>();
        for (StoredRecord record : world) {
            if (record.type().equals("Consent")
                    && !record.deleted()
                    && record.body().path("status").asText().equals("active")) {
                JsonNode body = record.body();
                String patient = body.at("/patient/reference").asText().substring("Patient/".length());
                directives.add(new ConsentDirective(
                        record.reference(),
                        "1",
                        new PatientId(patient),
                        false,
                        provision(body.path("provision")),
                        Readability.READABLE));
            }
        }
        return directives;
    }

    private static Provision provision(JsonNode body) {
        Effect effect = body.path("type").asText().equals("permit") ? Effect.PERMIT : Effect.DENY;
        List<ActorCriterion> actors = new ArrayList<>();
        body.path("actor")
                .forEach(each -> actors.add(
                        ActorCriterion.of(each.at("/reference/reference").asText())));
        List<PurposeOfUse> purposes = new ArrayList<>();
        body.path("purpose")
                .forEach(each ->
                        purposes.add(PurposeOfUse.valueOf(each.path("code").asText())));
        List<Confidentiality> levels = new ArrayList<>();
        List<String> sensitivities = new ArrayList<>();
        for (JsonNode label : body.path("securityLabel")) {
            String code = label.path("code").asText();
            if (label.path("system").asText().endsWith("v3-Confidentiality")) {
                levels.add(Confidentiality.fromCode(code).orElseThrow());
            } else {
                sensitivities.add(code);
            }
        }
        List<String> classes = new ArrayList<>();
        body.path("class").forEach(each -> classes.add(each.path("code").asText()));
        List<DataCriterion> data = new ArrayList<>();
        body.path("data")
                .forEach(each -> data.add(
                        new InstanceCriterion(each.at("/reference/reference").asText())));
        List<Provision> nested = new ArrayList<>();
        body.path("provision").forEach(each -> nested.add(provision(each)));
        return Provision.of(effect)
                .withActors(actors.toArray(ActorCriterion[]::new))
                .withPurposes(purposes.toArray(PurposeOfUse[]::new))
                .withConfidentialities(levels.toArray(Confidentiality[]::new))
                .withSensitivities(sensitivities.toArray(String[]::new))
                .withClasses(classes.toArray(String[]::new))
                .withData(data.toArray(DataCriterion[]::new))
                .withProvisions(nested.toArray(Provision[]::new));
    }
}
