package health.strand.visibility;

import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import health.strand.access.DataClass;
import health.strand.vault.Bodies;
import health.strand.vault.BodyName;
import health.strand.vault.Fingerprints;
import java.util.Arrays;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Encrypts the bodies of resources, and the fingerprints of the last ones, on their way into the database and decrypts them on their way out. Hibernate's entities
 * hold them readable, its rows do not.
 */
public final class SealedBodies extends SealedRows implements PreLoadEventListener {

    private static final String TEXT = "myResourceTextVc";
    private static final String TYPE = "myResourceType";
    private static final String VERSION = "myResourceVersion";
    private static final String ROW = "myResourceId";
    private static final String FINGERPRINT = "myHashSha256";

    private final transient Bodies bodies;
    private final transient Fingerprints fingerprints;
    private final transient BodyOwners owners;

    public SealedBodies(Bodies bodies, Fingerprints fingerprints, DataSource requests) {
        this.bodies = bodies;
        this.fingerprints = fingerprints;
        this.owners = new BodyOwners(new Cells(requests));
    }

    /** Called once, before anything is read or written. */
    @Override
    public void listenTo(SessionFactoryImplementor sessions) {
        super.listenTo(sessions);
        registry(sessions).appendListeners(EventType.PRE_LOAD, this);
    }

    @Override
    void seal(Object entity, Object[] state, EntityPersister persister) {
        if (entity instanceof ResourceHistoryTable version) {
            int text = at(persister, TEXT);
            if (state[text] instanceof String body && !body.isEmpty() && !Bodies.isSealed(body)) {
                BodyName name = new BodyName(
                        version.getResourceType(), version.getResourceId().getId(), version.getVersion());
                state[text] =
                        owners.of(version.getPartitionId().getPartitionId()).seal(bodies, body, name);
            }
        }
        if (entity instanceof ResourceTable resource && isAboutPatients(resource)) {
            int fingerprint = at(persister, FINGERPRINT);
            if (state[fingerprint] instanceof String plain) {
                state[fingerprint] = fingerprints.seal(plain, resource.getId().getId());
            }
        }
    }

    @Override
    void remember(Object entity, Object[] state, EntityPersister persister) {
        if (entity instanceof ResourceHistoryTable version) {
            state[at(persister, TEXT)] = version.getResourceTextVc();
        }
        if (entity instanceof ResourceTable resource) {
            state[at(persister, FINGERPRINT)] = resource.getHashSha256();
        }
    }

    private static boolean isAboutPatients(ResourceTable resource) {
        Integer cell = resource.getPartitionId() == null
                ? null
                : resource.getPartitionId().getPartitionId();
        return cell != null && (cell & Cells.CLASSES) != DataClass.CONFORMANCE.number();
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        if (event.getEntity() instanceof ResourceHistoryTable) {
            Object[] state = event.getState();
            EntityPersister persister = event.getPersister();
            int text = at(persister, TEXT);
            if (state[text] instanceof String stored) {
                state[text] = open(
                        stored,
                        new BodyName((String) state[at(persister, TYPE)], (Long) state[at(persister, ROW)], (Long)
                                state[at(persister, VERSION)]));
            }
        }
        if (event.getEntity() instanceof ResourceTable && event.getId() instanceof JpaPid row) {
            int fingerprint = at(event.getPersister(), FINGERPRINT);
            if (event.getState()[fingerprint] instanceof String stored) {
                event.getState()[fingerprint] = fingerprints.open(stored, row.getId());
            }
        }
    }

    private String open(String stored, BodyName name) {
        return FilesAside.ofThisThread()
                .map(aside -> bodies.open(stored, name, aside::standIn))
                .orElseGet(() -> bodies.open(stored, name));
    }

    private static int at(EntityPersister persister, String property) {
        int place = Arrays.asList(persister.getPropertyNames()).indexOf(property);
        if (place < 0) {
            throw new IllegalStateException("HAPI's versions of resources have no `" + property + "`");
        }
        return place;
    }
}
