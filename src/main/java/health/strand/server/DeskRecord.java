package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.careteam.Bookings;
import health.strand.desk.SoughtPatient;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** Makes a patient known at the desk by what they say of themselves. */
final class DeskRecord {

    /** Time enough to book a visit, from which on they are known anyway. */
    static final Duration KNOWN = Duration.ofHours(1);

    private final DaoRegistry daos;
    private final Bookings bookings;
    private final Visibility visibility;
    private final SystemAccess system;

    DeskRecord(DaoRegistry daos, Bookings bookings, Visibility visibility, SystemAccess system) {
        this.daos = daos;
        this.bookings = bookings;
        this.visibility = visibility;
        this.system = system;
    }

    /** Empty when nobody fits, or more than one, or who fits keeps the record closed to the desk. */
    Optional<PatientId> know(SoughtPatient sought, String person) {
        return system.orNothing("find who is at the desk", () -> only(sought).filter(patient -> know(patient, person)));
    }

    private Optional<PatientId> only(SoughtPatient sought) {
        IFhirResourceDao<Patient> patients = daos.getResourceDao(Patient.class);
        SearchParameterMap search = SearchParameterMap.newSynchronous();
        patients.translateRawParameters(sought.search(), search);
        List<Patient> found = patients.searchForResources(search, new SystemRequestDetails());
        List<String> fitting = found.stream()
                .filter(sought::fits)
                .map(each -> each.getIdElement().getIdPart())
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(new PatientId(fitting.get(0))) : Optional.empty();
    }

    private boolean know(PatientId patient, String person) {
        visibility.writeAlone(patient);
        bookings.know(patient, KNOWN);
        return visibility.isKnownAtDesk(patient, person);
    }
}
