package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.IValidationContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationContext;
import ca.uhn.fhir.validation.ValidationOptions;
import health.strand.profiles.ImpliedProfiles;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * The validator as HAPI plugs it in: {@code $validate} answers what the door would say to the same resource. It looks at
 * a copy that has what the server adds on its own before storing.
 */
final class ConformanceModule implements IInstanceValidatorModule {

    private final FhirContext fhir;
    private final IInstanceValidatorModule validator;
    private final Consumer<Resource> completion;
    private final OwnRules rules;

    ConformanceModule(
            FhirContext fhir, IInstanceValidatorModule validator, Consumer<Resource> completion, OwnRules rules) {
        this.fhir = fhir;
        this.validator = validator;
        this.completion = completion;
        this.rules = rules;
    }

    @Override
    public void validateResource(IValidationContext<IBaseResource> asked) {
        Resource resource = ((Resource) asked.getResource()).copy();
        completion.accept(resource);
        ValidationOptions options = new ValidationOptions();
        asked.getOptions().getProfiles().forEach(options::addProfile);
        ImpliedProfiles.of(resource).stream()
                .filter(profile -> !resource.getMeta().hasProfile(profile))
                .forEach(options::addProfile);
        IValidationContext<IBaseResource> held = ValidationContext.forResource(fhir, resource, options);
        validator.validateResource(held);
        held.getMessages().forEach(asked::addValidationMessage);
        rules.problems(resource).map(ConformanceModule::message).forEach(asked::addValidationMessage);
    }

    private static SingleValidationMessage message(Problem problem) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(ResultSeverityEnum.ERROR);
        message.setLocationString(problem.element());
        message.setMessageId(problem.rule());
        message.setMessage(problem.text());
        return message;
    }
}
