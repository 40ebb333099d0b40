package health.strand.dicomweb;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * Whom the pictures show, as far as the requester may know.
 *
 * @param id as the record names the patient
 * @param name family, given and further names with {@code ^} between them
 * @param birthDate as {@code YYYYMMDD}; empty where it is not known to the day
 * @param sex {@code M}, {@code F} or {@code O}; empty where it is not known
 */
record Person(String id, String name, String birthDate, String sex) {

    private static final int DAY = 10;

    /** Somebody of whom only the reference is there. */
    static Person of(String reference) {
        return new Person(reference.substring(reference.indexOf('/') + 1), "", "", "");
    }

    static Person of(Patient patient) {
        String born = patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "";
        return new Person(
                patient.getIdElement().getIdPart(),
                patient.getName().stream().findFirst().map(Person::name).orElse(""),
                born.length() == DAY ? born.replace("-", "") : "",
                sex(patient));
    }

    private static String name(HumanName name) {
        return Stream.concat(
                        Stream.of(name.hasFamily() ? name.getFamily() : ""),
                        name.getGiven().stream().map(PrimitiveType::getValue))
                .map(each -> each.replaceAll("[\\\\^=]", " "))
                .collect(Collectors.joining("^"));
    }

    private static String sex(Patient patient) {
        if (!patient.hasGender()) {
            return "";
        }
        return switch (patient.getGender()) {
            case MALE -> "M";
            case FEMALE -> "F";
            case OTHER -> "O";
            case UNKNOWN, NULL -> "";
        };
    }
}
