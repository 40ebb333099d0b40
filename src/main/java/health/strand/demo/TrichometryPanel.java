package health.strand.demo;

import static health.strand.demo.Concepts.component;
import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;
import static health.strand.demo.Concepts.percent;
import static health.strand.demo.Concepts.quantity;
import static health.strand.demo.Concepts.whole;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.TrichometryCodes;
import health.strand.profiles.Ucum;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;

/** Writes one panel per zone and session; its numbers share picture, area, method and threshold. */
final class TrichometryPanel {

    private static final String HAIRS_PER_CM2 = "hairs/cm²";

    private final Observation panel;
    private final ScalpPatch patch;

    private TrichometryPanel(Observation panel, ScalpPatch patch) {
        this.panel = panel;
        this.patch = patch;
    }

    static Observation of(Chart chart, Visit visit, Zone zone, ScalpPatch patch) {
        CaptureSetup setup = CaptureSetup.of(visit);
        Observation panel = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(hl7("observation-category", "imaging"))
                .setCode(concept(CodeSystems.TRICHOMETRY, TrichometryCodes.PANEL, "Trichometry panel"))
                .setSubject(chart.patient())
                .setEffective(Times.moment(visit.start().plusMinutes(5)))
                .setIssuedElement(Times.instant(visit.start().plusMinutes(20)))
                .addPerformer(chart.technician())
                .setBodySite(Concepts.zone(zone))
                .setMethod(concept(CodeSystems.SCAN_METHOD, setup.method()))
                .setDevice(chart.registry().thing(setup.instrument().key));
        panel.addExtension(setup.comparabilityKey(zone));
        panel.addExtension(setup.protocolFollowed());
        panel.addExtension(MeasuringError.extension());
        return new TrichometryPanel(panel, patch).measured();
    }

    private Observation measured() {
        int hairs = patch.hairCount();
        int units = patch.unitCount();
        double area = ScalpPatch.ANALYSED_AREA_CM2;
        add(TrichometryCodes.ANALYSED_AREA, quantity(BigDecimal.valueOf(area), "cm²", Ucum.CM2));
        add(TrichometryCodes.HAIR_COUNT, whole(hairs, "hairs", Ucum.HAIRS));
        add(TrichometryCodes.HAIR_DENSITY, quantity(hairs / area, HAIRS_PER_CM2, Ucum.PER_CM2));
        add(TrichometryCodes.FU_DENSITY, quantity(units / area, "FU/cm²", Ucum.PER_CM2));
        add(TrichometryCodes.HAIRS_PER_FU, quantity((double) hairs / units, "hairs per FU", Ucum.ONE));
        thickness(hairs);
        return panel;
    }

    private void thickness(int hairs) {
        double terminal = patch.perCm2(Hair::terminal);
        double vellus = patch.perCm2(hair -> !hair.terminal());
        double thin =
                patch.inRoi().stream().filter(hair -> hair.diameter() < 30).count();
        add(TrichometryCodes.TERMINAL_THRESHOLD, micrometres(ScalpPatch.TERMINAL_THRESHOLD));
        add(TrichometryCodes.TERMINAL_DENSITY, quantity(terminal, HAIRS_PER_CM2, Ucum.PER_CM2));
        add(TrichometryCodes.VELLUS_DENSITY, quantity(vellus, HAIRS_PER_CM2, Ucum.PER_CM2));
        add(TrichometryCodes.VELLUS_PERCENT, percent(100 * vellus / (terminal + vellus)));
        add(TrichometryCodes.MEAN_SHAFT_DIAMETER, micrometres(patch.meanDiameter()));
        add(TrichometryCodes.SHAFT_DIAMETER_SD, micrometres(patch.diameterDeviation()));
        add(TrichometryCodes.THIN_HAIR_PERCENT, percent(100 * thin / hairs));
        add(TrichometryCodes.CUMULATIVE_THICKNESS, quantity(patch.cumulativeThickness(), "mm/cm²", Ucum.MM_PER_CM2));
    }

    private static Quantity micrometres(double value) {
        return quantity(value, "um", Ucum.MICROMETRE);
    }

    private void add(String code, Quantity value) {
        panel.addComponent(component(CodeSystems.TRICHOMETRY, code, value));
    }
}
