package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.Disagreement;
import health.strand.consent.Topics;
import health.strand.enforcement.KeptReferences;
import health.strand.visibility.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * Ends the consent whose place a new one takes: of one topic a patient has one active consent. The old one is kept, and
 * set inactive.
 */
final class Supersession {

    private static final String REPLACED_BY = Supersession.class.getName();

    private final DaoRegistry daos;
    private final Visibility visibility;

    Supersession(DaoRegistry daos, Visibility visibility) {
        this.daos = daos;
        this.visibility = visibility;
    }

    /**
     * Within the transaction that stores the new one. Two that are stored at once take turns, and the later one stays.
     *
     * @return the versions that were ended, as {@code Consent/id/_history/n}
     */
    List<String> endOthers(Consent stored, RequestDetails request) {
        IdType patient = new IdType(stored.getPatient().getReference());
        if (!patient.hasIdPart()) {
            return List.of();
        }
        List<String> ended = new ArrayList<>();
        for (Consent other : visibility.activeConsents(new PatientId(patient.getIdPart()))) {
            boolean another = !other.getIdElement()
                    .getIdPart()
                    .equals(stored.getIdElement().getIdPart());
            if (another && Topics.areOne(other, stored) && !Disagreement.outlasts(other, stored)) {
                ended.add(end(other, stored, request));
            }
        }
        return ended;
    }

    /** The consent by which this one is just being replaced, as {@code Consent/id}; null for any other. */
    static @Nullable String replacing(Consent ended) {
        return (String) ended.getUserData(REPLACED_BY);
    }

    private String end(Consent other, Consent stored, RequestDetails request) {
        IFhirResourceDao<Consent> consents = daos.getResourceDao(Consent.class);
        // whoever may put an end to it need not be able to read it; the keys of the transaction hold here too
        Consent old = consents.read(other.getIdElement().toUnqualifiedVersionless(), new SystemRequestDetails());
        String replaced = old.getIdElement().toUnqualified().getValue();
        old.setUserData(
                REPLACED_BY, stored.getIdElement().toUnqualifiedVersionless().getValue());
        KeptReferences.whole(old);
        consents.update(old.setStatus(ConsentState.INACTIVE), request);
        return replaced;
    }
}
