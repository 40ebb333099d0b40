package health.strand.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one invented patient that the rest is derived from.
 *
 * @param number position in the clinic, from 0
 * @param persona the log-in name, for the few who have one
 * @param firstVisit the day of the first visit
 * @param months how long the clinic follows the patient
 * @param leftAfter the month in which an unfaithful patient stops coming; beyond {@code months} for the faithful
 */
record PatientStory(
        int number,
        @Nullable String persona,
        String given,
        String family,
        boolean female,
        LocalDate birthDate,
        Origin origin,
        Diagnosis diagnosis,
        Stage stage,
        Arm arm,
        LocalDate firstVisit,
        int months,
        int leftAfter,
        boolean geneTested) {

    boolean stillComing() {
        return leftAfter > months;
    }

    boolean minor(LocalDate day) {
        return birthDate.plusYears(18).isAfter(day);
    }

    boolean isAna() {
        return "ana".equals(persona);
    }
}
