package health.strand.demo;

import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.GenomicsCodes;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Age;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Specimen;

/** Writes the test, its results and the family history; every one of them carries the genetic label. */
final class GeneticsPart {

    private final Chart chart;
    private final ZonedDateTime taken;
    private final Reference laboratory;

    GeneticsPart(Chart chart, Visit first) {
        this.chart = chart;
        this.taken = first.start().plusMinutes(35);
        this.laboratory = chart.registry().organization(Party.LABORATORY);
    }

    void test(Reference consent) {
        Reference order = chart.add(order(consent), Labels.genetic());
        Reference specimen = chart.add(specimen(order, consent), Labels.genetic());
        List<Reference> results = new ArrayList<>();
        for (Marker marker : Marker.values()) {
            results.add(chart.add(variant(marker, specimen, order), Labels.genetic()));
        }
        chart.add(report(order, specimen, results), Labels.genetic());
    }

    private ServiceRequest order(Reference consent) {
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.COMPLETED)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .addCategory(hl7("v2-0074", "GE"))
                .setCode(concept(CodeSystems.MARKER_PANEL, "aga-association"))
                .setSubject(chart.patient())
                .setAuthoredOnElement(Times.moment(taken))
                .setRequester(chart.doctor())
                .addPerformer(laboratory);
        order.addExtension(Canonical.CONSENT, consent);
        return order;
    }

    private Specimen specimen(Reference order, Reference consent) {
        Specimen specimen = new Specimen()
                .setStatus(Specimen.SpecimenStatus.AVAILABLE)
                .setType(hl7("v2-0487", "SAL"))
                .setSubject(chart.patient())
                .addRequest(order);
        specimen.getCollection().setCollected(Times.moment(taken));
        specimen.addExtension(Canonical.CONSENT, consent);
        return specimen;
    }

    private Observation variant(Marker marker, Reference specimen, Reference order) {
        boolean pattern = chart.story().diagnosis() == Diagnosis.PATTERN;
        int alleles = marker.alleles(chart.dice(), chart.story().female(), pattern);
        Observation variant = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(hl7("observation-category", "laboratory"))
                .addCategory(hl7("v2-0074", "GE"))
                .setCode(loinc(GenomicsCodes.VARIANT))
                .setSubject(chart.patient())
                .setEffective(Times.moment(taken))
                .setIssuedElement(Times.instant(taken.plusDays(12)))
                .addPerformer(laboratory)
                .addBasedOn(order)
                .setSpecimen(specimen)
                .setMethod(loinc(GenomicsCodes.PCR))
                .setValue(loinc(alleles > 0 ? GenomicsCodes.PRESENT : GenomicsCodes.ABSENT));
        describe(variant, marker, alleles);
        return variant;
    }

    private void describe(Observation variant, Marker marker, int alleles) {
        CodeableConcept gene =
                marker.gene == null ? new CodeableConcept() : concept(CodeSystems.HGNC, marker.gene, marker.symbol);
        component(variant, GenomicsCodes.GENE_STUDIED, gene.setText(marker.symbol));
        component(variant, GenomicsCodes.VARIATION_CODE, concept(CodeSystems.DBSNP, marker.rs, marker.rs));
        component(variant, GenomicsCodes.SOURCE_CLASS, loinc(GenomicsCodes.GERMLINE));
        if (alleles > 0) {
            component(variant, GenomicsCodes.ALLELIC_STATE, loinc(state(marker, alleles)));
        }
    }

    private String state(Marker marker, int alleles) {
        if (marker.onX && !chart.story().female()) {
            return GenomicsCodes.HEMIZYGOUS;
        }
        return alleles == 2 ? GenomicsCodes.HOMOZYGOUS : GenomicsCodes.HETEROZYGOUS;
    }

    private static void component(Observation variant, String code, CodeableConcept value) {
        variant.addComponent().setCode(loinc(code)).setValue(value);
    }

    private DiagnosticReport report(Reference order, Reference specimen, List<Reference> results) {
        return new DiagnosticReport()
                .setStatus(DiagnosticReport.DiagnosticReportStatus.FINAL)
                .addCategory(hl7("v2-0074", "GE"))
                .setCode(loinc(GenomicsCodes.REPORT))
                .setSubject(chart.patient())
                .setEffective(Times.moment(taken))
                .setIssuedElement(Times.instant(taken.plusDays(12)))
                .addPerformer(laboratory)
                .addBasedOn(order)
                .addSpecimen(specimen)
                .setResult(results);
    }

    /** Relatives are never named: the relationship says enough, and they were not asked. */
    void family() {
        if (chart.dice().chance(0.6) || chart.story().isAna()) {
            chart.add(relative("FTH"), Labels.genetic());
        }
        if (chart.dice().chance(0.5)) {
            chart.add(relative("MGRFTH"), Labels.genetic());
        }
    }

    private FamilyMemberHistory relative(String relationship) {
        FamilyMemberHistory history = new FamilyMemberHistory()
                .setStatus(FamilyMemberHistory.FamilyHistoryStatus.COMPLETED)
                .setPatient(chart.patient())
                .setDateElement(Times.day(taken.toLocalDate()))
                .setRelationship(concept(CodeSystems.ROLE_CODE, relationship));
        history.addCondition()
                .setCode(concept(CodeSystems.SNOMED, Diagnosis.MALE_PATTERN))
                .setOnset(onset(chart.dice().between(24, 55)));
        return history;
    }

    private static Age onset(int years) {
        Age age = new Age();
        age.setValue(years).setUnit("years").setSystem(CodeSystems.UCUM).setCode("a");
        return age;
    }

    private static CodeableConcept loinc(String code) {
        return concept(CodeSystems.LOINC, code);
    }
}
