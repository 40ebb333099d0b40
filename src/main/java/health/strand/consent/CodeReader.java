package health.strand.consent;

import health.strand.access.Action;
import health.strand.access.ClassCriterion;
import health.strand.access.CodeCriterion;
import health.strand.access.DataCriterion;
import health.strand.access.Effect;
import health.strand.access.PurposeOfUse;
import health.strand.profiles.CodeSystems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ResourceType;

/** What a provision says in codes: what for, what may be done, and with which sort of data. */
final class CodeReader {

    private static final String ACTIONS = "http://terminology.hl7.org/CodeSystem/consentaction";
    private static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";
    private static final String ADDRESSES = "urn:ietf:rfc:3986";
    private static final String MEDIA_TYPES = "urn:ietf:bcp:13";

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private static final Set<String> TYPES = Stream.concat(
                    Stream.of("Resource", "DomainResource"),
                    Arrays.stream(ResourceType.values()).map(ResourceType::name))
            .collect(Collectors.toUnmodifiableSet());

    private CodeReader() {}

    static Set<PurposeOfUse> purposes(List<Coding> codes, Place place) {
        Set<PurposeOfUse> purposes = EnumSet.noneOf(PurposeOfUse.class);
        for (int index = 0; index < codes.size(); index++) {
            Optional<PurposeOfUse> purpose =
                    codeOf(codes.get(index), CodeSystems.ACT_REASON).flatMap(PurposeOfUse::fromCode);
            purpose.ifPresentOrElse(
                    purposes::add, refusal(place.at("purpose", index), "this purpose is not known here"));
        }
        return purposes;
    }

    static Set<Action> actions(List<CodeableConcept> concepts, Place place) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (int index = 0; index < concepts.size(); index++) {
            Place here = place.at("action", index);
            concepts.get(index).getCoding().stream()
                    .flatMap(code -> codeOf(code, ACTIONS).flatMap(Action::fromCode).stream())
                    .findFirst()
                    .ifPresentOrElse(actions::add, refusal(here, "this action is not known here"));
        }
        return actions;
    }

    static List<DataCriterion> classes(List<Coding> codes, Effect type, Place place) {
        List<DataCriterion> classes = new ArrayList<>();
        for (int index = 0; index < codes.size(); index++) {
            ofClass(codes.get(index), type)
                    .ifPresentOrElse(classes::add, refusal(place.at("class", index), "this class is not known here"));
        }
        return classes;
    }

    /** Text without a code never matches in a permit; what a denial means by it nobody knows. */
    static List<DataCriterion> codes(List<CodeableConcept> concepts, boolean denies, Place place) {
        List<DataCriterion> codes = new ArrayList<>();
        for (int index = 0; index < concepts.size(); index++) {
            List<DataCriterion> ofConcept = concepts.get(index).getCoding().stream()
                    .filter(Coding::hasCode)
                    .<DataCriterion>map(code -> new CodeCriterion(Codes.text(code)))
                    .toList();
            if (ofConcept.isEmpty() && denies) {
                place.at("code", index).refuse(ConsentRule.CODE, "what is denied is named by a code");
            }
            codes.addAll(ofConcept.isEmpty() ? List.of(new CodeCriterion(Codes.NONE)) : ofConcept);
        }
        return codes;
    }

    private static Optional<DataCriterion> ofClass(Coding code, Effect type) {
        if (!code.hasSystem() || !code.hasCode()) {
            return Optional.empty();
        }
        return switch (code.getSystem()) {
            case RESOURCE_TYPES -> ofType(code.getCode(), type);
            case MEDIA_TYPES -> Optional.of(new ClassCriterion(code.getCode(), type));
            case ADDRESSES -> ofProfile(Codes.versionless(code.getCode()), type);
            case CodeSystems.LOINC -> Optional.of(new CodeCriterion(Codes.text(code)));
            default -> Optional.empty();
        };
    }

    private static Optional<DataCriterion> ofType(String name, Effect type) {
        return TYPES.contains(name) ? Optional.of(new ClassCriterion(name, type)) : Optional.empty();
    }

    /** The profile of a type itself is the type. */
    private static Optional<DataCriterion> ofProfile(String address, Effect type) {
        String name = address.startsWith(CORE) ? address.substring(CORE.length()) : address;
        return Optional.of(new ClassCriterion(TYPES.contains(name) ? name : address, type));
    }

    private static Optional<String> codeOf(Coding code, String system) {
        return system.equals(code.getSystem()) ? Optional.ofNullable(code.getCode()) : Optional.empty();
    }

    private static Runnable refusal(Place place, String text) {
        return () -> place.refuse(ConsentRule.CODE, text);
    }
}
