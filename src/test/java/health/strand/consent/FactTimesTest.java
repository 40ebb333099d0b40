package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.period;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.DataClass;
import health.strand.access.ResourceFacts;
import health.strand.access.Span;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;

/** When things happened, and when they were written down. */
class FactTimesTest {

    private static final Instant YEAR = Instant.parse("2024-12-31T23:00:00Z");

    private final FactsReader reader = new FactsReader(BERLIN, "", KnownRecord.EMPTY);

    @Test
    void readsWhenItHappened() {
        DateTimeType year = new DateTimeType("2025");
        Span span = new Span(YEAR, Instant.parse("2025-12-31T23:00:00Z"));

        assertThat(facts(new Observation().setEffective(year)).clinicalTime()).isEqualTo(span);
        assertThat(facts(new Procedure().setPerformed(period("2025", "2025"))).clinicalTime())
                .isEqualTo(span);
        assertThat(facts(new Procedure().setPerformed(period("2025", null))).clinicalTime())
                .isEqualTo(new Span(YEAR, null));
        assertThat(facts(new Media().setCreated(year)).clinicalTime()).isEqualTo(span);
        assertThat(facts(new Encounter().setPeriod(period("2025", "2025"))).clinicalTime())
                .isEqualTo(span);
        assertThat(facts(new Condition().setOnset(year)).clinicalTime()).isEqualTo(span);
        Specimen sample = new Specimen();
        sample.getCollection().setCollected(year);
        assertThat(facts(sample).clinicalTime()).isEqualTo(span);
        assertThat(facts(new Patient()).clinicalTime()).isNull();
    }

    /** S19. */
    @Test
    void readsTheMomentAStudyStarted() {
        ImagingStudy study = new ImagingStudy().setStartedElement(new DateTimeType("2025-12-31T23:30:00+01:00"));
        study.addSeries().setStartedElement(new DateTimeType("2026-01-01T00:10:00+01:00"));

        assertThat(facts(study).clinicalTime()).isEqualTo(Span.at(Instant.parse("2025-12-31T22:30:00Z")));
    }

    @Test
    void readsTimesSpreadOverSeveralElements() {
        Appointment appointment = new Appointment()
                .setStartElement(new InstantType("2026-01-01T09:00:00Z"))
                .setEndElement(new InstantType("2026-01-01T09:30:00Z"))
                .setCreatedElement(new DateTimeType("2025"));
        Timing twice = new Timing();
        twice.addEventElement().setValueAsString("2026-01-01");
        twice.addEventElement().setValueAsString("2026-01-03");

        assertThat(facts(appointment).clinicalTime())
                .isEqualTo(new Span(Instant.parse("2026-01-01T09:00:00Z"), Instant.parse("2026-01-01T09:30:00Z")));
        assertThat(facts(new ServiceRequest().setOccurrence(twice)).clinicalTime())
                .isEqualTo(new Span(Instant.parse("2025-12-31T23:00:00Z"), Instant.parse("2026-01-03T23:00:00Z")));
    }

    @Test
    void readsAPeriodWithExchangedEndsAsWhatLiesBetween() {
        assertThat(facts(new Procedure().setPerformed(period("2025-12", "2025-01")))
                        .clinicalTime())
                .isEqualTo(new Span(YEAR, Instant.parse("2025-12-31T23:00:00Z")));
    }

    /** S20. */
    @Test
    void readsWhenItWasWrittenDown() {
        Instant moment = Instant.parse("2025-05-05T05:05:05Z");

        assertThat(facts(new Observation().setIssued(Date.from(moment))).recordedTime())
                .isEqualTo(moment);
        assertThat(facts(new DocumentReference().setDate(Date.from(moment))).recordedTime())
                .isEqualTo(moment);
        assertThat(facts(new Condition().setRecordedDateElement(new DateTimeType("2025")))
                        .recordedTime())
                .isEqualTo(YEAR);
        assertThat(facts(new ServiceRequest().setAuthoredOnElement(new DateTimeType("2025")))
                        .recordedTime())
                .isEqualTo(YEAR);
        assertThat(facts(new AuditEvent().setRecorded(Date.from(moment))).recordedTime())
                .isEqualTo(moment);
        assertThat(facts(new Consent().setDateTimeElement(new DateTimeType("2025")))
                        .recordedTime())
                .isEqualTo(YEAR);
        assertThat(facts(new Observation()).recordedTime()).isNull();
    }

    private ResourceFacts facts(Resource resource) {
        return reader.read(resource, Set.of(), DataClass.CLINICAL, Instant.parse("2026-01-02T03:04:05Z"));
    }
}
