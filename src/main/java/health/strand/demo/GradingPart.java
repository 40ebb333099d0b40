package health.strand.demo;

import static health.strand.demo.Concepts.component;
import static health.strand.demo.Concepts.concept;
import static health.strand.demo.Concepts.hl7;
import static health.strand.demo.Concepts.percent;

import health.strand.profiles.CodeSystems;
import health.strand.profiles.GradingScales;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;

/** Writes what the doctor grades by eye: the stage of the loss and what the trichoscope shows of the skin. */
final class GradingPart {

    private static final List<String> FINDINGS =
            List.of("peripilar-sign", "yellow-dots", "miniaturised-hairs", "honeycomb-pigmentation", "scaling");

    private GradingPart() {}

    static List<Observation> gradings(Chart chart, Visit visit, Reference vertex) {
        List<Observation> gradings = new ArrayList<>();
        Stage stage = seen(chart);
        switch (chart.story().diagnosis()) {
            case PATTERN -> gradings.addAll(pattern(chart, visit, stage));
            case AREATA -> gradings.add(salt(chart, visit));
            case TELOGEN_EFFLUVIUM, SCARRING, TRACTION -> {
                // no scale of ours grades these
            }
        }
        if (chart.dice().chance(0.6)) {
            gradings.add(finding(chart, visit).addDerivedFrom(vertex));
        }
        return gradings;
    }

    /** Graders agree poorly: one time in ten the stage is seen one off. */
    private static Stage seen(Chart chart) {
        Stage stage = chart.story().stage();
        int shift = chart.dice().chance(0.1) ? (chart.dice().chance(0.5) ? 1 : -1) : 0;
        return shift == 0 ? stage : Stage.of(chart.dice(), stage.female(), stage.level() + shift);
    }

    private static List<Observation> pattern(Chart chart, Visit visit, Stage stage) {
        List<Observation> gradings = new ArrayList<>();
        if (stage.female()) {
            gradings.add(answer(chart, visit, GradingScales.SINCLAIR, CodeSystems.SINCLAIR, stage.sinclair()));
        } else {
            gradings.add(answer(
                    chart, visit, GradingScales.NORWOOD_HAMILTON, CodeSystems.NORWOOD_HAMILTON, stage.norwood()));
        }
        if (visit.first()) {
            gradings.add(basp(chart, visit, stage));
            if (stage.female()) {
                gradings.add(answer(chart, visit, GradingScales.LUDWIG, CodeSystems.LUDWIG, stage.ludwig()));
            }
        }
        return gradings;
    }

    private static Observation answer(Chart chart, Visit visit, String scale, String system, String code) {
        return grading(chart, visit, concept(CodeSystems.PATTERN_SCALE, scale)).setValue(concept(system, code));
    }

    private static Observation basp(Chart chart, Visit visit, Stage stage) {
        Observation grading = grading(chart, visit, concept(CodeSystems.PATTERN_SCALE, GradingScales.BASP));
        grading.addComponent()
                .setCode(concept(CodeSystems.PATTERN_SCALE, GradingScales.BASP_BASIC))
                .setValue(concept(CodeSystems.BASP_BASIC, stage.baspBasic()));
        grading.addComponent()
                .setCode(concept(CodeSystems.PATTERN_SCALE, GradingScales.BASP_SPECIFIC))
                .setValue(concept(CodeSystems.BASP_SPECIFIC, stage.baspSpecific()));
        return grading;
    }

    /** SALT weighs the four views of the head: top 40, back 24, each side 18 percent. */
    private static Observation salt(Chart chart, Visit visit) {
        int top = chart.dice().between(10, 45);
        int back = chart.dice().between(0, 30);
        int left = chart.dice().between(0, 20);
        int right = chart.dice().between(0, 20);
        double total = 0.4 * top + 0.24 * back + 0.18 * left + 0.18 * right;
        Observation grading = grading(chart, visit, concept(CodeSystems.PATTERN_SCALE, GradingScales.SALT));
        grading.setValue(percent(total));
        grading.addComponent(component(CodeSystems.PATTERN_SCALE, GradingScales.SALT_VERTEX, percent(top)));
        grading.addComponent(component(CodeSystems.PATTERN_SCALE, GradingScales.SALT_POSTERIOR, percent(back)));
        grading.addComponent(component(CodeSystems.PATTERN_SCALE, GradingScales.SALT_LEFT, percent(left)));
        grading.addComponent(component(CodeSystems.PATTERN_SCALE, GradingScales.SALT_RIGHT, percent(right)));
        return grading;
    }

    private static Observation finding(Chart chart, Visit visit) {
        Observation finding = grading(chart, visit, concept(CodeSystems.TRICHOSCOPY_FINDING, "trichoscopy-finding"))
                .setBodySite(Concepts.zone(Zone.VERTEX))
                .setValue(value(chart.dice()));
        finding.addComponent()
                .setCode(concept(CodeSystems.TRICHOSCOPY_FINDING, "severity"))
                .setValue(new IntegerType(chart.dice().between(1, 3)));
        return finding;
    }

    private static CodeableConcept value(Dice dice) {
        return dice.chance(0.2)
                ? concept(CodeSystems.SNOMED, "247441003", "Erythema")
                : concept(CodeSystems.TRICHOSCOPY_FINDING, dice.pick(FINDINGS));
    }

    private static Observation grading(Chart chart, Visit visit, CodeableConcept code) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(hl7("observation-category", "exam"))
                .setCode(code)
                .setSubject(chart.patient())
                .setEffective(Times.moment(visit.start().plusMinutes(25)))
                .addPerformer(chart.doctor());
    }
}
