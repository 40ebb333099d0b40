package health.strand.visibility;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.access.PatientId;
import health.strand.careteam.Affiliations;
import health.strand.careteam.Bookings;
import health.strand.careteam.Treatments;
import health.strand.emergency.Emergencies;
import health.strand.oversight.PrivacyCases;
import health.strand.representation.Representatives;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/**
 * Has decisions compiled anew when something they are made by is written: a consent, who treats whom, who belongs where.
 * The registry of roles has taken over a change before.
 */
@Interceptor(order = 500)
public final class RightsChanges {

    private final Directives directives;
    private final Treatments treatments;
    private final Bookings bookings;
    private final Affiliations affiliations;
    private final Representatives representatives;
    private final StoredSurroundings surroundings;
    private final Emergencies emergencies;
    private final PrivacyCases cases;
    private final Function<Resource, Set<PatientId>> withConditions;
    private final Recompilation recompilation;

    /** @param withConditions those of a resource's patients whose consents speak of single resources */
    RightsChanges(
            Directives directives,
            Treatments treatments,
            Bookings bookings,
            Affiliations affiliations,
            Representatives representatives,
            StoredSurroundings surroundings,
            Emergencies emergencies,
            PrivacyCases cases,
            Function<Resource, Set<PatientId>> withConditions,
            Recompilation recompilation) {
        this.surroundings = surroundings;
        this.emergencies = emergencies;
        this.cases = cases;
        this.withConditions = withConditions;
        this.directives = directives;
        this.treatments = treatments;
        this.bookings = bookings;
        this.affiliations = affiliations;
        this.representatives = representatives;
        this.recompilation = recompilation;
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created) {
        if (created instanceof Patient patient) {
            recompilation.patients(representatives.record(patient));
        }
        written((Resource) created);
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (before instanceof PractitionerRole role) {
            Set<String> touched = new HashSet<>();
            people(role, touched);
            recompilation.references(touched);
        }
        if (before instanceof Patient old && after instanceof Patient now) {
            comesOfAgeAtAnotherTime(old, now);
        }
        written((Resource) after);
    }

    /** What others decided for a minor ends as the patient comes of age. */
    private void comesOfAgeAtAnotherTime(Patient before, Patient after) {
        if (!before.getBirthDateElement().equalsDeep(after.getBirthDateElement())) {
            representatives.record(after);
            recompilation.patients(Set.of(new PatientId(after.getIdElement().getIdPart())));
        }
    }

    /** After a resource is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted) {
        Resource resource = (Resource) deleted;
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        if (resource instanceof Consent) {
            recompilation.patients(directives.forget(reference));
        }
        if (Treatments.areSaidBy(resource.fhirType())) {
            recompilation.patients(treatments.forget(reference));
        }
        if (Bookings.areSaidBy(resource.fhirType())) {
            recompilation.patients(bookings.forget(reference));
        }
        if (Affiliations.areSaidBy(resource.fhirType())) {
            affected(resource, affiliations.forget(reference));
        }
        if (resource instanceof RelatedPerson) {
            recompilation.patients(representatives.forget(reference));
        }
    }

    private void written(Resource resource) {
        if (StoredSurroundings.holdsFiles(resource)) {
            surroundings.record(resource);
        }
        // what a consent says of one resource may reach another through this one
        recompilation.patients(withConditions.apply(resource));
        if (resource instanceof Consent consent) {
            recompilation.patients(directives.record(consent));
        }
        if (Treatments.areSaidBy(resource.fhirType())) {
            recompilation.patients(treatments.record(resource));
        }
        if (Bookings.areSaidBy(resource.fhirType())) {
            recompilation.patients(bookings.record(resource));
        }
        if (Affiliations.areSaidBy(resource.fhirType())) {
            affected(resource, affiliations.record(resource));
        }
        if (resource instanceof RelatedPerson person) {
            recompilation.patients(representatives.record(person));
        }
    }

    private void affected(Resource resource, Set<String> references) {
        Set<String> touched = new HashSet<>(references);
        if (resource instanceof PractitionerRole role) {
            people(role, touched);
        }
        recompilation.references(touched);
    }

    /** Whoever gains or loses a role is decided about anew for all patients they treat, and so is the role. */
    private void people(PractitionerRole role, Set<String> touched) {
        String practitioner = role.getPractitioner().getReferenceElement().getIdPart();
        if (practitioner == null) {
            return;
        }
        Set<PatientId> treated = treatments.patientsOf("Practitioner/" + practitioner);
        recompilation.patients(treated);
        recompilation.patients(emergencies.openedBy("Practitioner/" + practitioner));
        recompilation.patients(cases.openedBy("Practitioner/" + practitioner));
        touched.add("Practitioner/" + practitioner);
        role.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .forEach(coding -> touched.add("role/" + coding.getCode()));
    }
}
