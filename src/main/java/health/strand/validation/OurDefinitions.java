package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Our package as HAPI's validator asks for it. HAPI's own support keeps questionnaires but does not give them out. */
final class OurDefinitions extends PrePopulatedValidationSupport {

    private final StrandPackage ours;

    OurDefinitions(FhirContext fhir, StrandPackage ours) {
        super(fhir);
        this.ours = ours;
        ours.all().forEach(this::addResource);
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
        return type == Questionnaire.class
                ? type.cast(ours.all(Questionnaire.class).stream()
                        .filter(questionnaire -> questionnaire.getUrl().equals(uri))
                        .findFirst()
                        .orElse(null))
                : super.fetchResource(type, uri);
    }
}
