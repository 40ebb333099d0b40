package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PatientId;
import health.strand.consent.Topic;
import health.strand.consent.Topics;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * Ends the consent whose place a new one takes: of one topic a patient has one active consent. The old one is kept, set
 * inactive, and a Provenance says by which it was replaced.
 */
final class Supersession {

    private final DaoRegistry daos;
    private final Visibility visibility;
    private final Clock clock;

    Supersession(DaoRegistry daos, Visibility visibility, Clock clock) {
        this.daos = daos;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** Within the transaction that stores the new one. Two that are stored at once take turns, and the later one stays. */
    void endOthers(Consent stored, RequestDetails request) {
        IdType patient = new IdType(stored.getPatient().getReference());
        Optional<Topic> topic = Topics.of(stored);
        if (topic.isEmpty() || !patient.hasIdPart()) {
            return;
        }
        List<Consent> active = visibility.activeConsents(new PatientId(patient.getIdPart()));
        for (Consent other : active) {
            boolean another = !other.getIdElement()
                    .getIdPart()
                    .equals(stored.getIdElement().getIdPart());
            if (another && Topics.of(other).equals(topic) && haveOneController(stored, other)) {
                end(other, stored, request);
            }
        }
    }

    private static boolean haveOneController(Consent one, Consent other) {
        return one.getOrganization().isEmpty()
                || other.getOrganization().isEmpty()
                || one.getOrganization().stream()
                        .map(Reference::getReference)
                        .anyMatch(name -> other.getOrganization().stream()
                                .anyMatch(each -> name != null && name.equals(each.getReference())));
    }

    private void end(Consent other, Consent stored, RequestDetails request) {
        Consent old =
                daos.getResourceDao(Consent.class).read(other.getIdElement().toUnqualifiedVersionless(), request);
        String replaced = old.getIdElement().toUnqualified().getValue();
        daos.getResourceDao(Consent.class).update(old.setStatus(ConsentState.INACTIVE), request);
        daos.getResourceDao(Provenance.class).create(provenance(replaced, stored), request);
    }

    private Provenance provenance(String replaced, Consent stored) {
        Provenance provenance = new Provenance();
        provenance.addTarget(
                new Reference(stored.getIdElement().toUnqualifiedVersionless().getValue()));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.setActivity(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "UPDATE", null)));
        stored.getPerformer().forEach(who -> provenance.addAgent().setWho(new Reference(who.getReference())));
        provenance.addEntity().setRole(ProvenanceEntityRole.REVISION).setWhat(new Reference(replaced));
        return provenance;
    }
}
