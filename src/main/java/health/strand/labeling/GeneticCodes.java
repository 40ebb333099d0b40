package health.strand.labeling;

import health.strand.profiles.CodeSystems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Recognises genetic results by their codes, so that a missing label does not open them. */
final class GeneticCodes {

    private static final String LOINC = "http://loinc.org";
    private static final String DIAGNOSTIC_SERVICE = "http://terminology.hl7.org/CodeSystem/v2-0074";

    /** LOINC codes of the HL7 Genomics Reporting guide: variant, genotype, haplotype, implications, panels and parts. */
    private static final Set<String> GENETIC_LOINC = Set.of(
            "69548-6", "84413-4", "84414-2", "53037-8", "51963-7", "51969-4", "81247-9", "55232-3", "48018-6",
            "81252-9", "81255-8", "48004-6", "48005-3", "81290-9", "53034-5", "69547-8", "69551-0", "48002-0",
            "48001-2", "48000-4");

    /** Systems whose every code names a gene or a variant. */
    private static final Set<String> OF_GENES = Set.of(
            CodeSystems.DBSNP,
            CodeSystems.HGNC,
            "http://varnomen.hgvs.org",
            "http://www.ncbi.nlm.nih.gov/clinvar",
            "http://www.ncbi.nlm.nih.gov/gene");

    private GeneticCodes() {}

    /** Whether a code tells of genes wherever it stands. */
    static boolean tells(Coding coding) {
        return genetic(coding) || coding.hasSystem() && OF_GENES.contains(coding.getSystem());
    }

    static boolean isGenetic(Observation observation) {
        return genetic(observation.getCategory())
                || genetic(List.of(observation.getCode()))
                || observation.getComponent().stream().anyMatch(part -> genetic(List.of(part.getCode())));
    }

    static boolean isGenetic(DiagnosticReport report) {
        return genetic(report.getCategory()) || genetic(List.of(report.getCode()));
    }

    static boolean isGenetic(ServiceRequest order) {
        return genetic(order.getCategory()) || genetic(List.of(order.getCode()));
    }

    private static boolean genetic(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(GeneticCodes::codings).anyMatch(GeneticCodes::genetic);
    }

    private static Stream<Coding> codings(CodeableConcept concept) {
        return concept.getCoding().stream();
    }

    private static boolean genetic(Coding coding) {
        return DIAGNOSTIC_SERVICE.equals(coding.getSystem()) && "GE".equals(coding.getCode())
                || LOINC.equals(coding.getSystem()) && coding.hasCode() && GENETIC_LOINC.contains(coding.getCode());
    }
}
