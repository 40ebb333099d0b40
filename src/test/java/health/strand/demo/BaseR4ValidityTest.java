package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.junit.jupiter.api.Test;

/** One patient of every treatment against the FHIR R4 definitions that come with HAPI. */
class BaseR4ValidityTest {

    /** Real codes that the bundled copies of their systems are too old to know. */
    private static final List<String> TOO_NEW = List.of("#DMS", "#131393", "#IDS");

    private final FhirContext fhir = TestClinic.FHIR;
    private final FhirValidator validator = validator();

    private FhirValidator validator() {
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                unknown));
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return fhir.newValidator().registerValidatorModule(module);
    }

    private static Map<Arm, Integer> onePatientOfEachArm() {
        Population population = new Population(7, TestClinic.TODAY);
        Map<Arm, Integer> numbers = new EnumMap<>(Arm.class);
        IntStream.range(0, 400)
                .forEach(
                        number -> numbers.putIfAbsent(population.patient(number).arm(), number));
        return numbers;
    }

    @Test
    void acceptsOnePatientOfEveryTreatment() {
        SyntheticClinic clinic = TestClinic.of(400);
        Registry registry = TestClinic.registry(clinic);
        Map<Arm, Integer> numbers = onePatientOfEachArm();
        assertThat(numbers).hasSize(Arm.values().length);

        List<String> errors = new ArrayList<>(errors(clinic.registry()));
        numbers.values()
                .forEach(number ->
                        errors.addAll(errors(clinic.patient(number, registry).bundle())));

        assertThat(errors).isEmpty();
    }

    private List<String> errors(Bundle bundle) {
        List<String> errors = new ArrayList<>();
        for (Resource resource : TestClinic.resources(bundle)) {
            validator.validateWithResult(resource).getMessages().stream()
                    .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                    .filter(message -> TOO_NEW.stream().noneMatch(message.getMessage()::contains))
                    .map(message -> resource.fhirType() + " " + text(message))
                    .distinct()
                    .forEach(errors::add);
        }
        return errors;
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
