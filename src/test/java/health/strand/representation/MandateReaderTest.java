package health.strand.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandateReaderTest {

    private static final Instant BIRTHDAY = Instant.parse("2027-05-03T22:00:00Z");

    private final MandateReader reader = new MandateReader(ZoneId.of("Europe/Berlin"), 18);

    @Test
    void endsAGuardiansMandateAsThePatientComesOfAge() {
        Mandate mandate = mandate("GUARD", null, null).orElseThrow();

        assertThat(mandate.holds(BIRTHDAY.minusNanos(1))).isTrue();
        assertThat(mandate.holds(BIRTHDAY)).isFalse();
    }

    @Test
    void knowsTheAgeOfMajorityOfThePlace() {
        Patient patient = new Patient();
        patient.getBirthDateElement().setValueAsString("2009-05-04");
        MandateReader elsewhere = new MandateReader(ZoneId.of("Europe/Berlin"), 21);

        assertThat(reader.ofAge(patient)).isEqualTo(BIRTHDAY);
        assertThat(elsewhere.ofAge(patient)).isEqualTo(Instant.parse("2030-05-03T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GUARD", "PRN", "MTH", "FTH"})
    void leavesAloneWhatWasVerifiedAfterThePatientCameOfAge(String relationship) {
        assertThat(mandate(relationship, "2027-05-04", null).orElseThrow().holds(BIRTHDAY.plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POWATT", "HPOWATT", "DPOWATT", "SPOWATT"})
    void letsAPowerOfAttorneyOutlastThatDay(String relationship) {
        assertThat(mandate(relationship, "2020", null).orElseThrow().holds(BIRTHDAY.plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NBOR", "SIS", "FRND", "CHILD"})
    void knowsNoMandateByOtherRelationships(String relationship) {
        assertThat(mandate(relationship, null, null)).isEmpty();
    }

    @Test
    void knowsNoMandateOfSomebodyWhoIsNotActive() {
        assertThat(reader.of(person("GUARD", null, null).setActive(false), BIRTHDAY))
                .isEmpty();
        RelatedPerson unsaid = person("GUARD", null, null);
        unsaid.setActiveElement(null);
        assertThat(reader.of(unsaid, BIRTHDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28T23:00:00Z",
        "2026-03, 2026-02-28T23:00:00Z",
        "2026, 2025-12-31T23:00:00Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z"
    })
    void beginsWithTheFirstInstantOfItsDate(String start, Instant expected) {
        assertThat(mandate("GUARD", start, null).orElseThrow().starts()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29T22:00:00Z",
        "2026-03, 2026-03-31T22:00:00Z",
        "2026, 2026-12-31T23:00:00Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z"
    })
    void endsAfterTheLastInstantOfItsDate(String end, Instant expected) {
        assertThat(mandate("GUARD", null, end).orElseThrow().until()).isEqualTo(expected);
    }

    @Test
    void isNoneWhenItEndsBeforeItBegins() {
        assertThat(mandate("GUARD", "2026-03-02", "2026-03-01")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2009-05-04, 2027-05-03T22:00:00Z", "2009-05, 2027-04-30T22:00:00Z", "2009, 2026-12-31T23:00:00Z"})
    void comesOfAgeAtTheEarliestTimeTheDateMayMean(String birth, Instant expected) {
        Patient patient = new Patient();
        patient.getBirthDateElement().setValueAsString(birth);

        assertThat(reader.ofAge(patient)).isEqualTo(expected);
        assertThat(reader.ofAge(new Patient())).isNull();
    }

    private Optional<Mandate> mandate(String relationship, @Nullable String start, @Nullable String end) {
        return reader.of(person(relationship, start, end), BIRTHDAY);
    }

    private static RelatedPerson person(String relationship, @Nullable String start, @Nullable String end) {
        RelatedPerson person = new RelatedPerson().setActive(true);
        person.setId("RelatedPerson/pat");
        person.getPatient().setReference("Patient/kim");
        person.addRelationship().addCoding().setCode(relationship);
        if (start != null) {
            person.getPeriod().getStartElement().setValueAsString(start);
        }
        if (end != null) {
            person.getPeriod().getEndElement().setValueAsString(end);
        }
        return person;
    }
}
