package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.enforcement.DecidedReach;
import health.strand.vault.PatientKeys;
import health.strand.visibility.RenewedBodies;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Fresh keys for a patient whose keys may have become known, and how far it is with what lies under the former. Of a patient
 * there never was it says what it says of one whose keys are not being renewed.
 */
public final class KeyOperations {

    private static final String DEFINITION = "https://strand.health/fhir/OperationDefinition/";

    private final PatientKeys keys;
    private final RenewedBodies renewed;

    KeyOperations(PatientKeys keys, RenewedBodies renewed) {
        this.keys = keys;
        this.renewed = renewed;
    }

    /** Puts fresh keys in the place of the patient's; what lies under the former is encrypted anew in the background. */
    @Operation(name = "$renew-keys", typeName = "Patient", canonicalUrl = DEFINITION + "renew-keys")
    public Parameters renew(@IdParam IdType id, RequestDetails request) {
        requireOfficer(request);
        patient(id).ifPresent(keys::renew);
        return state(id);
    }

    /** How much of the patient's record is still under former keys. */
    @Operation(
            name = "$key-renewal",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = DEFINITION + "key-renewal")
    public Parameters look(@IdParam IdType id, RequestDetails request) {
        requireOfficer(request);
        return state(id);
    }

    private static void requireOfficer(RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        if (!reach.isOfEverybody(DataClass.AUDIT) || !reach.isOfEverybody(DataClass.PRIVACY)) {
            throw new ForbiddenOperationException("access denied: keys are renewed by the privacy officer");
        }
    }

    private static Optional<PatientId> patient(IdType id) {
        return Optional.of(id.getIdPart()).filter(PatientId::isValid).map(PatientId::new);
    }

    private Parameters state(IdType id) {
        Parameters answer = new Parameters();
        patient(id)
                .ifPresent(patient -> renewed.left(patient).forEach((group, versions) -> {
                    ParametersParameterComponent part = answer.addParameter().setName("former");
                    part.addPart()
                            .setName("group")
                            .setValue(new CodeType(group.name().toLowerCase(Locale.ROOT)));
                    part.addPart().setName("versions").setValue(new IntegerType(versions));
                }));
        return answer;
    }
}
