package health.strand.demo;

import health.strand.profiles.Canonical;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/** Writes what the patient thinks; questions on mood or sexual function are not part of this form. */
final class SelfAssessmentPart {

    private SelfAssessmentPart() {}

    static QuestionnaireResponse of(Chart chart, Visit visit, Reference encounter) {
        int change = Math.max(-3, Math.min(3, (int) Math.round(chart.dice().normal(expected(chart), 1.1))));
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(Canonical.QUESTIONNAIRE + "self-assessment")
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(chart.patient())
                .setEncounter(encounter)
                .setAuthoredElement(Times.moment(visit.start().minusMinutes(15)))
                .setAuthor(chart.patient())
                .setSource(chart.patient());
        answer(response, "change", "Change since the first visit, -3 to +3", change);
        answer(response, "shedding", "Shedding, 0 to 10", chart.dice().between(0, 8));
        answer(response, "itch", "Itch, 0 to 10", chart.dice().between(0, 5));
        answer(
                response,
                "satisfaction",
                "Satisfaction, 0 to 10",
                5 + change + chart.dice().between(0, 2));
        answer(
                response,
                "adherence",
                "Days a week the treatment was used",
                chart.dice().between(3, 7));
        return response;
    }

    private static double expected(Chart chart) {
        return chart.story().arm() == Arm.UNTREATED ? -0.5 : 1;
    }

    private static void answer(QuestionnaireResponse response, String link, String question, int value) {
        response.addItem().setLinkId(link).setText(question).addAnswer().setValue(new IntegerType(value));
    }
}
