package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.access.AllPatients;
import health.strand.access.Audience;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reach;
import health.strand.desk.SoughtPatient;
import health.strand.desk.Tries;
import health.strand.enforcement.DecidedReach;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is at the desk, also where nothing of them is there for the desk yet. Only certain matches are given.
 *
 * @see <a href="https://hl7.org/fhir/R4/patient-operation-match.html">Patient match</a>
 */
public final class PatientMatch {

    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";

    private final DeskRecord record;
    private final DaoRegistry daos;
    private final Tries tries;

    PatientMatch(DeskRecord record, DaoRegistry daos, Tries tries) {
        this.record = record;
        this.daos = daos;
        this.tries = tries;
    }

    /** The one patient of whom everything that is said is true; empty where there is none, or who is not there for the desk. */
    @Operation(
            name = "$match",
            typeName = "Patient",
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/Patient-match")
    public Bundle match(@ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        String person = DecidedReach.of(request)
                .flatMap(PatientMatch::atDesk)
                .orElseThrow(() -> new ForbiddenOperationException("access denied: patients are matched at the desk"));
        SoughtPatient sought = sought(body);
        if (!tries.oneMore(person)) {
            throw BaseServerResponseException.newInstance(429, "there were too many tries in the last hour");
        }
        Bundle answer = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        record.know(sought, person)
                .flatMap(patient -> shown(patient, request))
                .ifPresent(patient -> add(answer, patient));
        return answer.setTotal(answer.getEntry().size());
    }

    /** The person who asks, if it is one at the desk who asks about everybody. */
    private static Optional<String> atDesk(Reach reach) {
        return reach.patients() instanceof AllPatients
                        && reach.readable().contains(DataClass.IDENTITY)
                        && reach.capacity().intake().contains(DataClass.IDENTITY)
                ? reach.capacity().audiences().stream()
                        .filter(each -> each.isPersonFor(PurposeOfUse.PATADMIN))
                        .map(Audience::reader)
                        .findFirst()
                : Optional.empty();
    }

    private static SoughtPatient sought(@Nullable IBaseResource body) {
        Patient described = described(body)
                .orElseThrow(
                        () -> new UnprocessableEntityException("the body is Parameters with a Patient as `resource`"));
        SoughtPatient sought = SoughtPatient.of(described);
        if (!sought.isEnough()) {
            throw new UnprocessableEntityException(
                    "it takes two of `identifier` with its system, `name` with family and"
                            + " given, `birthDate` to the day, and `telecom` with a phone or an e-mail");
        }
        return sought;
    }

    private static Optional<Patient> described(@Nullable IBaseResource body) {
        if (body instanceof Patient patient) {
            return Optional.of(patient);
        }
        return body instanceof Parameters parameters
                        && parameters.hasParameter("resource")
                        && parameters.getParameter("resource").getResource() instanceof Patient patient
                ? Optional.of(patient)
                : Optional.empty();
    }

    private Optional<Patient> shown(PatientId patient, RequestDetails request) {
        try {
            return Optional.of(
                    daos.getResourceDao(Patient.class).read(new IdType("Patient", patient.value()), request));
        } catch (ResourceNotFoundException withdrawnMeanwhile) {
            return Optional.empty();
        }
    }

    private static void add(Bundle answer, Patient patient) {
        Bundle.BundleEntryComponent entry = answer.addEntry().setResource(patient);
        entry.getSearch().setMode(Bundle.SearchEntryMode.MATCH).setScore(1);
        entry.getSearch().addExtension(GRADE, new CodeType("certain"));
    }
}
