package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Holds a resource against FHIR R4, the profiles it declares and those of ours it implies.
 *
 * <p>A profile of somebody else that we do not know is no problem: the resource is then held against R4 alone. A profile
 * under our own address that does not exist is one.
 *
 * @see <a href="https://hl7.org/fhir/R4/validation.html">FHIR R4, validating resources</a>
 */
public final class Conformance {

    private final FhirContext fhir;
    private final List<StructureDefinition> profiles;
    private final OurDefinitions ours;
    private final IInstanceValidatorModule module;
    private final FhirValidator validator;

    /**
     * @param standard the definitions of R4
     * @param completion adds to a resource what the server adds before it stores one, such as security labels
     * @param processors how many there are; one of them is left to the requests that do not write
     */
    public Conformance(
            StrandPackage strand, IValidationSupport standard, Consumer<Resource> completion, int processors) {
        this.fhir = standard.getFhirContext();
        this.profiles = strand.profiles();
        this.ours = new OurDefinitions(fhir, strand);
        this.module = new ConformanceModule(
                fhir,
                ValidatorChain.over(ours, standard),
                completion,
                new OwnRules(profiles.stream().map(StructureDefinition::getUrl).collect(Collectors.toSet())),
                Math.max(1, processors - 1));
        this.validator = fhir.newValidator().registerValidatorModule(module);
    }

    /** What is wrong; empty when nothing is. Warnings are not told. */
    public List<Problem> problems(Resource resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> problem(resource, message))
                .distinct()
                .toList();
    }

    private static Problem problem(Resource resource, SingleValidationMessage message) {
        String element = Optional.ofNullable(message.getLocationString()).orElse(resource.fhirType());
        String id = message.getMessageId();
        return new Problem(element, id == null ? null : id.substring(id.indexOf('#') + 1), message.getMessage());
    }

    /** The same judgement in the form HAPI's {@code $validate} uses; it tells warnings too. */
    public IInstanceValidatorModule asModule() {
        return module;
    }

    /** Our definitions in the form in which HAPI lists the profiles a server supports. */
    public IValidationSupport definitions() {
        return ours;
    }

    /** Loads everything a first validation would have to; takes seconds, once. */
    public void warmUp() {
        for (StructureDefinition profile : profiles) {
            Resource empty =
                    (Resource) fhir.getResourceDefinition(profile.getType()).newInstance();
            empty.getMeta().addProfile(profile.getUrl());
            problems(empty);
        }
    }
}
