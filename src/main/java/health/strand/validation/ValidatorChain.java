package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import java.time.Duration;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain.CacheConfiguration;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HAPI's validator over our package and R4, without a terminology service and without the database. */
final class ValidatorChain {

    /** The definitions never change while the server runs, so what was looked up once stays. */
    private static final Duration FOR_GOOD = Duration.ofDays(3_650);

    private static final int LOOKUPS = 20_000;

    private ValidatorChain() {}

    static IInstanceValidatorModule over(IValidationSupport ours, IValidationSupport standard) {
        FhirContext fhir = standard.getFhirContext();
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        // ours first, because two of our code systems stand in for older copies
        ValidationSupportChain chain = new ValidationSupportChain(
                CacheConfiguration.defaultValues().setCacheTimeout(FOR_GOOD).setCacheSize(LOOKUPS),
                ours,
                standard,
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                unknown);
        // FHIR wants one coding of a concept in the value set; HAPI wants all of them unless told
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        // other systems' records keep their claims, which only their own guides can judge
        module.setErrorForUnknownProfiles(false);
        return module;
    }
}
