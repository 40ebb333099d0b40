package health.strand.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionDataComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Writes the rules of a consent as plain values, each with the exceptions from it; what a rule does not name is left out. */
final class PlainRule {

    private PlainRule() {}

    static Map<String, Object> of(Consent consent) {
        Map<String, Object> rule = of(consent.getProvision());
        if (!consent.getProvision().hasType()) {
            // the policy rule stands for the type of the root
            rule.put("effect", Direction.optsOut(consent) ? "deny" : "permit");
        }
        return rule;
    }

    private static Map<String, Object> of(ProvisionComponent provision) {
        Map<String, Object> rule = new LinkedHashMap<>();
        if (provision.hasType()) {
            rule.put("effect", provision.getType().toCode());
        }
        put(rule, "purposes", provision.getPurpose().stream().map(Coding::getCode));
        put(rule, "recipients", provision.getActor().stream().flatMap(actor -> names(actor.getReference())));
        put(rule, "labels", provision.getSecurityLabel().stream().map(Coding::getCode));
        put(rule, "classes", provision.getClass_().stream().map(Coding::getCode));
        put(rule, "codes", codes(provision.getCode()));
        put(rule, "actions", provision.getAction().stream().flatMap(PlainRule::bareCodes));
        put(rule, "data", provision.getData().stream().flatMap(PlainRule::data));
        period(rule, "from", "until", provision.getPeriod());
        period(rule, "data_from", "data_until", provision.getDataPeriod());
        put(rule, "exceptions", provision.getProvision().stream().map(PlainRule::of));
        return rule;
    }

    /** Who or what is meant: the reference, or the identifier where there is no reference. */
    static Stream<String> names(Reference reference) {
        Optional<String> text = ReferenceText.of(reference);
        return text.isPresent() ? text.stream() : ReferenceText.identifiers(reference).stream();
    }

    private static Stream<String> data(provisionDataComponent data) {
        String meaning = data.hasMeaning() ? data.getMeaning().toCode() + " " : "";
        return names(data.getReference()).map(name -> meaning + name);
    }

    private static Stream<String> codes(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .map(Codes::text);
    }

    private static Stream<String> bareCodes(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode);
    }

    private static void period(Map<String, Object> rule, String from, String until, Period period) {
        if (period.hasStart()) {
            rule.put(from, period.getStartElement().getValueAsString());
        }
        if (period.hasEnd()) {
            rule.put(until, period.getEndElement().getValueAsString());
        }
    }

    private static void put(Map<String, Object> rule, String name, Stream<?> values) {
        List<?> list = values.toList();
        if (!list.isEmpty()) {
            rule.put(name, list);
        }
    }
}
