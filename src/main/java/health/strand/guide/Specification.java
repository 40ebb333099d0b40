package health.strand.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where HL7's pages of FHIR R4 explain what our definitions build on. */
final class Specification {

    static final String BASE = "https://hl7.org/fhir/R4/";

    private static final String CORE = "http://hl7.org/fhir/";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/";
    private static final Set<String> METADATA_TYPES = Set.of(
            "ContactDetail",
            "Contributor",
            "DataRequirement",
            "Expression",
            "ParameterDefinition",
            "RelatedArtifact",
            "TriggerDefinition",
            "UsageContext");

    private Specification() {}

    /** The page of a resource type or the place of a data type. */
    static String type(String name) {
        if (METADATA_TYPES.contains(name)) {
            return BASE + "metadatatypes.html#" + name;
        }
        return switch (name) {
            case "Reference" -> BASE + "references.html#Reference";
            case "Extension" -> BASE + "extensibility.html#Extension";
            case "Narrative" -> BASE + "narrative.html#Narrative";
            case "Meta" -> BASE + "resource.html#Meta";
            case "Element", "BackboneElement" -> BASE + "element.html";
            case "Dosage" -> BASE + "dosage.html#Dosage";
            case "Resource", "DomainResource" -> BASE + name.toLowerCase(Locale.ROOT) + ".html";
            default ->
                isDataType(name) ? BASE + "datatypes.html#" + name : BASE + name.toLowerCase(Locale.ROOT) + ".html";
        };
    }

    private static boolean isDataType(String name) {
        return Character.isLowerCase(name.charAt(0)) || DATA_TYPES.contains(name);
    }

    private static final Set<String> DATA_TYPES = Set.of(
            "Address",
            "Age",
            "Annotation",
            "Attachment",
            "CodeableConcept",
            "Coding",
            "ContactPoint",
            "Count",
            "Distance",
            "Duration",
            "HumanName",
            "Identifier",
            "Money",
            "Period",
            "Quantity",
            "Range",
            "Ratio",
            "SampledData",
            "Signature",
            "SimpleQuantity",
            "Timing");

    /** The page of a definition of the standard's own; empty for everybody else's. */
    static Optional<String> canonical(String url) {
        int bar = url.indexOf('|');
        String address = bar < 0 ? url : url.substring(0, bar);
        if (address.startsWith(CORE + "StructureDefinition/")) {
            return Optional.of(structure(last(address)));
        }
        if (address.startsWith(CORE + "ValueSet/")) {
            return Optional.of(BASE + "valueset-" + last(address) + ".html");
        }
        if (address.startsWith(TERMINOLOGY + "ValueSet/")) {
            return Optional.of(terminology(last(address), "valueset-", "vs.html"));
        }
        if (address.startsWith(TERMINOLOGY + "CodeSystem/")) {
            return Optional.of(terminology(last(address), "codesystem-", "cs.html"));
        }
        boolean isCodeSystem = address.startsWith(CORE) && address.indexOf('/', CORE.length()) < 0;
        return isCodeSystem ? Optional.of(BASE + "codesystem-" + last(address) + ".html") : Optional.empty();
    }

    private static String structure(String name) {
        return Character.isUpperCase(name.charAt(0)) ? type(name) : BASE + "extension-" + name + ".html";
    }

    private static String terminology(String name, String prefix, String page) {
        if (name.startsWith("v3-")) {
            return BASE + "v3/" + name.substring("v3-".length()) + "/" + page;
        }
        if (name.startsWith("v2-")) {
            return BASE + "v2/" + name.substring("v2-".length()) + "/index.html";
        }
        return BASE + prefix + name + ".html";
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
