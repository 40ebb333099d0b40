package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataClassTest {

    @ParameterizedTest
    @CsvSource({
        "REGISTRY, 0, registry",
        "IDENTITY, 1, identity",
        "ADMINISTRATION, 2, administration",
        "BILLING, 3, billing",
        "CLINICAL, 4, clinical",
        "SCALP_IMAGE, 5, scalp-image",
        "FACE_IMAGE, 6, face-image",
        "GENETIC, 7, genetic",
        "PRIVACY, 8, privacy",
        "AUDIT, 9, audit",
        "MARKETING, 10, marketing",
        "RESEARCH, 11, research",
        "CONFORMANCE, 12, conformance"
    })
    void keepsTheNumbersStoredInTheDatabase(DataClass dataClass, int number, String code) {
        assertThat(dataClass.number()).isEqualTo(number);
        assertThat(dataClass.code()).isEqualTo(code);
        assertThat(DataClass.fromNumber(number)).contains(dataClass);
    }

    @Test
    void hasNoOtherClassesAndStaysBelowThirtyTwo() {
        assertThat(DataClass.values()).hasSize(13).allMatch(each -> each.number() < 32);
        assertThat(DataClass.fromNumber(13)).isEmpty();
        assertThat(DataClass.fromNumber(-1)).isEmpty();
    }

    @Test
    void tellsTheClinicsOwnDataFromPatients() {
        assertThat(Arrays.stream(DataClass.values()).filter(each -> !each.aboutPatients()))
                .containsExactly(DataClass.REGISTRY, DataClass.CONFORMANCE);
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, IDENTITY",
        "Appointment, ADMINISTRATION",
        "Task, ADMINISTRATION PRIVACY",
        "Invoice, BILLING",
        "Observation, CLINICAL GENETIC",
        "FamilyMemberHistory, GENETIC",
        "QuestionnaireResponse, CLINICAL PRIVACY",
        "Device, REGISTRY CLINICAL",
        "Media, SCALP_IMAGE FACE_IMAGE MARKETING",
        "ImagingStudy, SCALP_IMAGE FACE_IMAGE",
        "Binary, SCALP_IMAGE FACE_IMAGE CLINICAL GENETIC MARKETING",
        "Consent, PRIVACY",
        "Provenance, PRIVACY IDENTITY ADMINISTRATION BILLING CLINICAL SCALP_IMAGE FACE_IMAGE GENETIC AUDIT MARKETING RESEARCH",
        "AuditEvent, AUDIT",
        "Practitioner, REGISTRY",
        "ValueSet, CONFORMANCE"
    })
    void placesTypes(String type, String classes) {
        assertThat(DataClass.possibleFor(type))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(classes.split(" ", -1))
                        .map(DataClass::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Bundle", "Linkage", "Subscription", "Parameters", "Scan", "patient", "", "*"})
    void placesUnknownTypesNowhere(String type) {
        assertThat(DataClass.possibleFor(type)).isEmpty();
    }

    @Test
    void countsADeviceAsPossiblyAPatients() {
        Set<DataClass> device = DataClass.possibleFor("Device");

        assertThat(device).anyMatch(DataClass::aboutPatients).anyMatch(each -> !each.aboutPatients());
        assertThat(ClassesByType.canBeAboutPatients("Device")).isTrue();
        assertThat(ClassesByType.canBeAboutPatients("Practitioner")).isFalse();
        assertThat(ClassesByType.canBeAboutPatients("Basic")).isFalse();
    }
}
