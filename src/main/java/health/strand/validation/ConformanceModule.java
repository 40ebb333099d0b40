package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.IValidationContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationContext;
import ca.uhn.fhir.validation.ValidationOptions;
import health.strand.profiles.ImpliedProfiles;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
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
    private final Semaphore turns;

    /** @param atOnce how many resources are looked at at the same time */
    ConformanceModule(
            FhirContext fhir,
            IInstanceValidatorModule validator,
            Consumer<Resource> completion,
            OwnRules rules,
            int atOnce) {
        this.fhir = fhir;
        this.validator = validator;
        this.completion = completion;
        this.rules = rules;
        // INVARIANT: fair, and taken for one resource at a time, so that a single write never waits for a whole bundle
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public void validateResource(IValidationContext<IBaseResource> asked) {
        Resource resource = copy((Resource) asked.getResource());
        completion.accept(resource);
        ValidationOptions options = new ValidationOptions();
        asked.getOptions().getProfiles().forEach(options::addProfile);
        ImpliedProfiles.of(resource).stream()
                .filter(profile -> !resource.getMeta().hasProfile(profile))
                .forEach(options::addProfile);
        IValidationContext<IBaseResource> held = ValidationContext.forResource(fhir, resource, options);
        turns.acquireUninterruptibly();
        try {
            validator.validateResource(held);
        } finally {
            turns.release();
        }
        held.getMessages().forEach(asked::addValidationMessage);
        rules.problems(resource).map(ConformanceModule::message).forEach(asked::addValidationMessage);
    }

    /** No rule looks into a file, and copying one of many megabytes as text would cost several times its size. */
    private static Resource copy(Resource resource) {
        if (!(resource instanceof Binary file) || !file.hasData()) {
            return resource.copy();
        }
        Binary slim = new Binary();
        slim.setId(file.getIdElement());
        slim.setMeta(file.getMeta().copy());
        slim.setImplicitRulesElement(file.getImplicitRulesElement());
        slim.setLanguageElement(file.getLanguageElement());
        slim.setContentTypeElement(file.getContentTypeElement());
        slim.setSecurityContext(file.getSecurityContext());
        slim.setData(new byte[1]);
        return slim;
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
