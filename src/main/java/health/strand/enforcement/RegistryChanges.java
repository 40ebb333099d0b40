package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.careteam.ClinicRoles;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.PractitionerRole;

/** Tells the register of roles when a PractitionerRole changes, inside the transaction that changes it. */
@Interceptor
public final class RegistryChanges {

    private final ClinicRoles roles;

    public RegistryChanges(ClinicRoles roles) {
        this.roles = roles;
    }

    /** After a resource is stored. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created) {
        if (created instanceof PractitionerRole role) {
            roles.record(role);
        }
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof PractitionerRole role) {
            roles.record(role);
        }
    }

    /** After a resource is deleted. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource deleted) {
        if (deleted instanceof PractitionerRole role) {
            roles.forget(role.getIdElement().getIdPart());
        }
    }
}
