package health.strand.profiles;

import static health.strand.profiles.CompiledPackage.FHIR;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.jspecify.annotations.Nullable;

/** HAPI's validator over our package, without a server and without a terminology service. One for all tests. */
public final class ProfileValidator {

    private static final FhirValidator VALIDATOR = validator();

    private ProfileValidator() {}

    /** What is an error or a warning when the resource is held against what it declares and the given profiles. */
    public static List<SingleValidationMessage> problems(Resource resource, Collection<String> profiles) {
        ValidationOptions options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        return VALIDATOR.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0)
                .toList();
    }

    /** What is an error when the resource is held against what it declares. */
    static List<SingleValidationMessage> errors(Resource resource) {
        return problems(resource, List.of()).stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
    }

    /** Where it is wrong and how, in a line. */
    public static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(FHIR);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        // ours first, because two of our code systems stand in for older copies
        ValidationSupportChain chain = new ValidationSupportChain(
                new OurDefinitions(),
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                unknown);
        // FHIR wants one coding of a concept in the value set; HAPI wants all of them unless told
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return FHIR.newValidator().registerValidatorModule(module);
    }

    /** HAPI's own support keeps questionnaires but does not give them out. */
    private static final class OurDefinitions extends PrePopulatedValidationSupport {

        OurDefinitions() {
            super(FHIR);
            CompiledPackage.definitions().forEach(this::addResource);
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
            return type == Questionnaire.class
                    ? type.cast(CompiledPackage.definitions(Questionnaire.class).stream()
                            .filter(questionnaire -> questionnaire.getUrl().equals(uri))
                            .findFirst()
                            .orElse(null))
                    : super.fetchResource(type, uri);
        }
    }
}
