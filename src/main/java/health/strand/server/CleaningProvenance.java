package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.enforcement.CleaningRecord;
import health.strand.imaging.Trace;
import health.strand.labeling.DataClassifier;
import health.strand.profiles.CodeSystems;
import health.strand.visibility.ServerWrites;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says in a Provenance of a picture, kept as closed as the picture, that the server removed something from it and of what
 * kinds.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-provenance-entity-role.html">FHIR R4, Provenance, removal</a>
 */
final class CleaningProvenance implements CleaningRecord {

    private static final String SAID = CleaningProvenance.class.getName();
    private static final String AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String URI = "urn:ietf:rfc:3986";

    private final DaoRegistry daos;
    private final Visibility visibility;
    private final ServerWrites writes;
    private final String base;
    private final Clock clock;

    /** @param base the address of the FHIR endpoint, by which the server calls itself */
    CleaningProvenance(DaoRegistry daos, Visibility visibility, ServerWrites writes, String base, Clock clock) {
        this.daos = daos;
        this.visibility = visibility;
        this.writes = writes;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public void keep(Resource cleaned, Set<Trace> removed, RequestDetails request) {
        if (isSaid(cleaned)) {
            return;
        }
        String target = cleaned.fhirType() + "/" + cleaned.getIdElement().getIdPart();
        // whoever may store a picture need not be one who may read it, or write a Provenance
        writes.of(
                DataClassifier.about(List.of(visibility.classOf(cleaned))),
                List.of(target),
                () -> daos.getResourceDao(Provenance.class).create(provenance(target, removed), request));
    }

    /** A transaction that is tried again says it again, and one whose hooks are called twice does not. */
    private static boolean isSaid(Resource cleaned) {
        if (cleaned.getUserData(SAID) != null) {
            return true;
        }
        cleaned.setUserData(SAID, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                cleaned.setUserData(SAID, null);
            }
        });
        return false;
    }

    private Provenance provenance(String target, Set<Trace> removed) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(target));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.setActivity(new CodeableConcept(new Coding(CodeSystems.ACT_CODE, "DEID", "deidentify")));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(AGENT, "assembler", "Assembler")))
                .setWho(new Reference()
                        .setIdentifier(new Identifier().setSystem(URI).setValue(base))
                        .setDisplay("the record server"));
        removed.stream()
                .sorted()
                .forEach(kind -> provenance
                        .addEntity()
                        .setRole(ProvenanceEntityRole.REMOVAL)
                        .setWhat(new Reference().setDisplay(kind.words())));
        return provenance;
    }
}
