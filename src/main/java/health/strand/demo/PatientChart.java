package health.strand.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Reference;

/** Turns a patient's story into a record: who, when, what was measured, what was done, what was agreed to. */
final class PatientChart {

    private final Chart chart;
    private final List<Visit> visits;
    private final ScanSession scans;
    private final Map<String, String> accounts = new HashMap<>();
    private Map<Purpose, Reference> consents = Map.of();

    private PatientChart(Chart chart, List<Visit> visits, ScanSession scans) {
        this.chart = chart;
        this.visits = visits;
        this.scans = scans;
    }

    static PatientTransaction write(long seed, PatientStory story, LocalDate today, Registry registry) {
        int number = story.number();
        Dice dice = Dice.of(seed, "chart", number);
        Skin skin = Skin.draw(dice, story.origin());
        Transaction transaction = new Transaction(Dice.of(seed, "ids", number));
        Reference patient = transaction.add(IdentityPart.patient(story, skin), Labels.normal());
        Chart chart = new Chart(story, today, registry, transaction, dice, Chart.Team.of(story, dice), skin, patient);
        List<Visit> visits = VisitPlan.of(story, today, Dice.of(seed, "visits", number));
        List<Visit> scanned =
                visits.stream().filter(Visit::attended).filter(Visit::scanned).toList();
        HairCourse course = new HairCourse(story, Dice.of(seed, "course", number));
        ScanSession scans = new ScanSession(chart, course, new ImagePolicy(story, scanned));
        return new PatientChart(chart, visits, scans).write();
    }

    private PatientTransaction write() {
        PatientStory story = chart.story();
        String patient = chart.patient().getReference();
        if (story.persona() != null) {
            accounts.put(story.persona(), patient);
        }
        Reference careTeam = chart.add(IdentityPart.careTeam(chart), Labels.normal());
        consents = new ConsentPart(chart, careTeam, signer()).write();
        BillingPart billing = new BillingPart(chart, chart.add(IdentityPart.account(chart), Labels.normal()));
        Reference condition = firstVisit(visits.get(0), billing);
        visits.stream().skip(1).forEach(visit -> followUp(visit, condition, billing));
        return new PatientTransaction(story.number(), chart.transaction().bundle(), Map.copyOf(accounts), patient);
    }

    private Reference signer() {
        if (!chart.story().minor(chart.today())) {
            return chart.patient();
        }
        Reference guardian = chart.add(IdentityPart.guardian(chart), Labels.normal());
        accounts.put("pat", guardian.getReference());
        return guardian;
    }

    private Reference firstVisit(Visit visit, BillingPart billing) {
        Reference encounter = encounter(visit, appointment(visit));
        TreatmentPart treatment = new TreatmentPart(chart);
        Reference condition = treatment.diagnosis(visit, encounter);
        examine(visit, encounter);
        billing.charge("first-visit", 140, visit.start().toLocalDate());
        treatment.plan(condition, treat(treatment, visit, encounter, condition, billing));
        genetics(visit);
        return condition;
    }

    /** Treats, and gives the order the plan refers to. */
    private Reference treat(
            TreatmentPart treatment, Visit visit, Reference encounter, Reference condition, BillingPart billing) {
        if (chart.story().arm().medicine) {
            return treatment.medicate(condition);
        }
        switch (chart.story().arm()) {
            case PRP, LOW_LEVEL_LIGHT -> treatment.session(visit, encounter, condition);
            case TRANSPLANT -> {
                int grafts = new TransplantPart(chart, visit, encounter).write(condition);
                billing.charge("hair-transplant", 3 * grafts, visit.start().toLocalDate());
            }
            case FINASTERIDE, MINOXIDIL, DUTASTERIDE, SPIRONOLACTONE, UNTREATED -> {
                // watched, not treated
            }
        }
        return treatment.order(condition);
    }

    private void genetics(Visit first) {
        GeneticsPart genetics = new GeneticsPart(chart, first);
        if (chart.story().geneTested()) {
            genetics.test(Objects.requireNonNull(consents.get(Purpose.GENETICS)));
        }
        if (chart.story().geneTested() || chart.dice().chance(0.3)) {
            genetics.family();
        }
    }

    private void followUp(Visit visit, Reference condition, BillingPart billing) {
        Reference appointment = appointment(visit);
        if (!visit.attended()) {
            return;
        }
        Reference encounter = encounter(visit, appointment);
        examine(visit, encounter);
        if (visit.scanned()) {
            chart.add(SelfAssessmentPart.of(chart, visit, encounter), Labels.normal());
            billing.charge("follow-up", 90, visit.start().toLocalDate());
        }
        if (chart.story().arm() == Arm.PRP && visit.month() <= 6) {
            new TreatmentPart(chart).session(visit, encounter, condition);
        }
    }

    private Reference appointment(Visit visit) {
        return chart.add(VisitPart.appointment(chart, visit), Labels.normal());
    }

    private Reference encounter(Visit visit, Reference appointment) {
        return chart.add(VisitPart.encounter(chart, visit, appointment), Labels.normal());
    }

    private void examine(Visit visit, Reference encounter) {
        if (!visit.scanned()) {
            return;
        }
        Reference vertex = scans.write(visit, encounter);
        GradingPart.gradings(chart, visit, vertex)
                .forEach(grading -> chart.add(grading.setEncounter(encounter), Labels.normal()));
        if (chart.story().isAna() && visit.first()) {
            chart.add(DicomPart.study(chart, visit, encounter), Labels.restricted());
        }
    }
}
