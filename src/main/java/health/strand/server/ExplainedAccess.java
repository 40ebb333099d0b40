package health.strand.server;

import health.strand.access.Ground;
import health.strand.access.Reader;
import health.strand.explanation.Change;
import health.strand.explanation.ConsentWord;
import health.strand.explanation.Counterfactual;
import health.strand.explanation.Explanation;
import health.strand.explanation.StepWord;
import health.strand.explanation.Words;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Writes explanations as Parameters. */
final class ExplainedAccess {

    private ExplainedAccess() {}

    /** The whole of each where somebody was named, and the answer with its reason where everybody was asked about. */
    static Parameters parameters(List<Explanation> explanations, AccessQuery query) {
        Parameters answer = new Parameters();
        for (Explanation each : explanations) {
            ParametersParameterComponent decision = answer.addParameter().setName("decision");
            asked(decision, each, query);
            if (!query.everybody()) {
                whole(decision, each);
            }
        }
        return answer;
    }

    private static void asked(ParametersParameterComponent decision, Explanation each, AccessQuery query) {
        reader(decision, each.inquiry().reader(), each.inquiry().client());
        if (query.resource() != null) {
            add(decision, "resource", new Reference(query.resource().getValue()));
        }
        add(decision, "class", new CodeType(each.inquiry().matter().dataClass().code()));
        add(decision, "action", new CodeType(each.inquiry().action().code()));
        add(decision, "effect", code(each.effect()));
        add(decision, "rule", new CodeType(each.decisive().rule().code()));
        add(decision, "why", new CodeType(each.why()));
        add(decision, "text", new StringType(Words.of(each)));
        Instant until = each.until();
        if (until != null) {
            add(decision, "until", instant(until));
        }
    }

    /** Who would read, for what, in which roles, through which app. */
    static void reader(ParametersParameterComponent part, Reader reader, String client) {
        // no reference: who asks need not be shown the resource, and the way out would leave it out
        if (reader.id().indexOf('/') > 0 && Character.isUpperCase(reader.id().charAt(0))) {
            add(part, "who", new StringType(reader.id()));
        }
        if (!client.isEmpty()) {
            add(part, "client", new StringType(client));
        }
        add(part, "kind", code(reader.kind()));
        add(part, "purpose", new CodeType(reader.purpose().code()));
        reader.roles().stream().sorted().forEach(role -> add(part, "role", new CodeType(role.code())));
        reader.relations().values().stream().distinct().forEach(each -> add(part, "relation", code(each)));
    }

    private static void whole(ParametersParameterComponent decision, Explanation each) {
        each.gated().forEach(code -> add(decision, "gated", new CodeType(code)));
        each.obligations().stream()
                .sorted()
                .forEach(obligation -> add(decision, "obligation", new CodeType(obligation.name())));
        each.steps().forEach(step -> step(decision.addPart().setName("step"), step));
        each.consents().forEach(consent -> consent(decision.addPart().setName("consent"), consent));
        each.counterfactuals().forEach(one -> counterfactual(decision.addPart().setName("counterfactual"), one));
    }

    private static void step(ParametersParameterComponent part, StepWord step) {
        add(part, "number", new IntegerType(step.rule().number()));
        add(part, "rule", new CodeType(step.rule().code()));
        add(part, "said", code(step.said()));
        if (step.decides()) {
            add(part, "decides", new BooleanType(true));
        }
        add(part, "text", new StringType(Words.of(step)));
        step.grounds().forEach(ground -> ground(part.addPart().setName("because"), ground));
    }

    private static void ground(ParametersParameterComponent part, Ground ground) {
        add(part, "why", code(ground.why()));
        if (ground.effect() != null) {
            add(part, "effect", code(ground.effect()));
        }
        if (ground.consent() != null) {
            add(part, "consent", new Reference(ground.consent()));
            add(part, "provision", new StringType(path(ground)));
        }
    }

    /** The way to a provision as an expression on the consent. */
    private static String path(Ground ground) {
        StringBuilder path = new StringBuilder("Consent.provision");
        ground.provisionPath()
                .forEach(index -> path.append(".provision[").append(index).append(']'));
        return path.toString();
    }

    private static void consent(ParametersParameterComponent part, ConsentWord consent) {
        add(part, "reference", new Reference(consent.consent()));
        // a reference loses its version on the way out
        if (!consent.version().isEmpty()) {
            add(part, "version", new StringType(consent.version()));
        }
        consent.votes().forEach(vote -> {
            ParametersParameterComponent said = part.addPart().setName("vote");
            if (vote.effect() != null) {
                add(said, "effect", code(vote.effect()));
            }
            add(said, "why", code(vote.why()));
            add(said, "provision", new StringType(path(vote)));
        });
    }

    private static void counterfactual(ParametersParameterComponent part, Counterfactual one) {
        add(part, "effect", code(one.effect()));
        add(part, "text", new StringType(Words.of(one)));
        for (Change change : one.changes()) {
            ParametersParameterComponent made = part.addPart().setName("change");
            add(made, "kind", new CodeType(change.kind().code()));
            if (change.consent() != null) {
                add(made, "consent", new Reference(change.consent()));
            }
            change.codes().forEach(code -> add(made, "label", new CodeType(code)));
            if (change.purpose() != null) {
                add(made, "purpose", new CodeType(change.purpose().code()));
            }
            if (change.role() != null) {
                add(made, "role", new CodeType(change.role().code()));
            }
            Instant at = change.at();
            if (at != null) {
                add(made, "at", instant(at));
            }
        }
    }

    private static CodeType code(Enum<?> word) {
        return new CodeType(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static InstantType instant(Instant at) {
        return new InstantType(Date.from(at));
    }

    static void add(ParametersParameterComponent part, String name, @Nullable Type value) {
        part.addPart().setName(name).setValue(value);
    }
}
